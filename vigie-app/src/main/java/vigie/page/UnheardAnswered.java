package vigie.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vigie.words.Words;

/** What is said to a request that reaches no room at all, such as one whose address is no text. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnheardAnswered implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Said()));
    }

    private static final class Said extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            if (response.getStatus() < 400 || response.isCommitted() || response.getContentWritten() > 0) {
                return;
            }
            var key = switch (response.getStatus()) {
                case 400 -> "page.no-address";
                case 413 -> "page.form-too-large";
                default -> "page.no-request";
            };
            var address = String.valueOf(request.getCoyoteRequest().requestURI());
            try {
                if (address.startsWith("/api/")) {
                    write(response, "application/problem+json", problem(response.getStatus(), key));
                } else {
                    write(response, "text/html;charset=utf-8", page(response.getStatus(), key, Frames.words(request)));
                }
            } catch (IOException gone) {
                // who asked has left
            }
        }

        private static String problem(int status, String key) {
            return """
                    {"type":"/problems/%s","status":%d,"detail":"%s"}
                    """.formatted(key.replace('.', '-'), status, Words.ENGLISH.say(key));
        }

        private static String page(int status, String key, Words words) {
            var title = words.say("page.refused." + status / 100);
            return """
                    <!doctype html>
                    <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                    <link rel="stylesheet" href="/style/app.css"></head>
                    <body><main><h1>%s</h1><p class="trouble" role="alert">%s</p>
                    <p><a href="/">%s</a></p></main></body></html>
                    """.formatted(words.language(), title, title, words.say(key), words.say("page.to-desk"));
        }

        private static void write(Response response, String type, String body) throws IOException {
            response.setContentType(type);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            var out = response.getReporter();
            if (out != null) {
                out.write(body);
                response.finishResponse();
            }
        }
    }
}
