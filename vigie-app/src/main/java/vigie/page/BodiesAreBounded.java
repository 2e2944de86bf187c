package vigie.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import vigie.words.Refusal;

/** No route reads more of a body than one mebibyte, or than it says with {@link Upto}. */
@ControllerAdvice
class BodiesAreBounded extends RequestBodyAdviceAdapter {
    private static final int USUAL = 1;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var wider = parameter.getMethodAnnotation(Upto.class);
        var most = wider == null ? USUAL : wider.value();
        if (message.getHeaders().getContentLength() > (long) most << 20) {
            throw Refusal.tooLarge("page.body-too-long", most);
        }
        var body = new Bounded(Objects.requireNonNull(message.getBody()), most);
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    private static final class Bounded extends FilterInputStream {
        private final int most;
        private long left;

        Bounded(InputStream in, int most) {
            super(in);
            this.most = most;
            this.left = (long) most << 20;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            return counted(one < 0 ? 0 : 1) == 0 ? -1 : one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var count = super.read(bytes, from, length);
            counted(Math.max(0, count));
            return count;
        }

        private int counted(int count) {
            left -= count;
            if (left < 0) {
                throw Refusal.tooLarge("page.body-too-long", most);
            }
            return count;
        }
    }
}
