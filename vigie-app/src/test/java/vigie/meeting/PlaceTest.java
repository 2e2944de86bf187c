package vigie.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            100 | 1     | true
            310 | 3.1   | false
            331 | 3.3 a) | false
            333 | 3.3 c) | false
            510 | 5.1   | false
            800 | 8     | true
            1020 | 10.2 | false
            """, delimiter = '|')
    void a_place_is_written_as_the_minutes_number_it(int place, String number, boolean chapter) {
        assertThat(Place.number(place)).isEqualTo(number);
        assertThat(Place.isChapter(place)).isEqualTo(chapter);
    }
}
