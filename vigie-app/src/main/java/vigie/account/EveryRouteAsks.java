package vigie.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vigie.page.Frame;
import vigie.page.Frames;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * Before a route answers, the one who asks, as {@link SessionsEnd} found them, is held against the right that the route
 * names. A route of ours that names none answers nobody; {@link Anyone} names the few that are open to all.
 */
@Configuration
class EveryRouteAsks implements WebMvcConfigurer, HandlerInterceptor {
    private final Frames frames;

    EveryRouteAsks(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var actor = (Actor) request.getAttribute(Frames.ACTOR);
        if (!(handler instanceof HandlerMethod route)
                || route.hasMethodAnnotation(Anyone.class)
                || route.getBean() instanceof ErrorController) {
            return true;
        }
        if (!isOurs(route)) {
            // what a library answers, such as the description of the API, is for those who may read at all
            mustBeThere(actor, Right.READ).mustBeAllowed(Right.READ);
            return true;
        }
        var may = route.getMethodAnnotation(May.class);
        if (may == null) {
            throw Refusal.notAllowed("people.not-allowed", actor == null ? "?" : actor.login(), "-");
        }
        mustBeThere(actor, may.value()).mustBeAllowed(may.value());
        return true;
    }

    private static Actor mustBeThere(@Nullable Actor actor, Right right) {
        if (actor == null) {
            throw Refusal.notAllowed("people.not-allowed", "?", right);
        }
        return actor;
    }

    static boolean isOurs(HandlerMethod route) {
        return route.getBeanType().getPackageName().startsWith("vigie");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromRequest());
    }

    /** A route's parameter of type Actor is the one who asks; one of type Frame is the frame of its page. */
    private final class FromRequest implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Frame.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            var request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("a route that is not asked over HTTP");
            }
            return parameter.getParameterType() == Frame.class
                    ? frames.of(request)
                    : request.getAttribute(Frames.ACTOR);
        }
    }
}
