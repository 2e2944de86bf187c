package vigie.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;

/** Pages are compiled templates: what a template asks for and does not get is a fault at once. */
@Configuration
class Templates {

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver templateResolver(TemplateEngine engine) {
        return new Resolver(engine);
    }

    private record Resolver(TemplateEngine engine) implements ViewResolver, Ordered {
        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return engine.hasTemplate(name + ".jte") ? new Template(engine, name + ".jte") : null;
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }

    private static final class Template extends AbstractView {
        private final TemplateEngine engine;
        private final String name;

        Template(TemplateEngine engine, String name) {
            this.engine = engine;
            this.name = name;
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var wanted = engine.getParamInfo(name);
            var parameters = new HashMap<String, Object>(model);
            parameters.keySet().retainAll(wanted.keySet());
            var output = new Utf8ByteOutput();
            engine.render(name, parameters, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
