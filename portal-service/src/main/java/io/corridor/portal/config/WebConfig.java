package io.corridor.portal.config;

import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Viewer;
import io.corridor.portal.shell.Visit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Own files under {@code /assets}, and the visit as a parameter of handlers. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

  private static final String VISIT = Visit.class.getName();

  private final Viewers viewers;
  private final Reference reference;

  WebConfig(Viewers viewers, Reference reference) {
    this.viewers = viewers;
    this.reference = reference;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/portal/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(
        new HandlerMethodArgumentResolver() {
          @Override
          public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Visit.class);
          }

          @Override
          public Object resolveArgument(
              MethodParameter parameter,
              @Nullable ModelAndViewContainer container,
              NativeWebRequest request,
              @Nullable WebDataBinderFactory binders) {
            return visit(request);
          }
        });
  }

  /** The visit of a request, looked up once. */
  private Visit visit(NativeWebRequest request) {
    Object known = request.getAttribute(VISIT, NativeWebRequest.SCOPE_REQUEST);
    if (known instanceof Visit visit) {
      return visit;
    }
    Viewer viewer =
        viewers
            .of(SecurityContextHolder.getContext().getAuthentication())
            .orElseThrow(NotFoundException::new);
    Visit visit = new Visit(viewer, reference.scope(viewer.grant()));
    request.setAttribute(VISIT, visit, NativeWebRequest.SCOPE_REQUEST);
    return visit;
  }
}
