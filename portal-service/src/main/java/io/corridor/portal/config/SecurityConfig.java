package io.corridor.portal.config;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Login, sessions and headers. Locally people log in with a form; where {@code
 * spring.security.oauth2.client.*} names an identity provider, they log in there, and where {@code
 * spring.security.oauth2.resourceserver.jwt.*} names an issuer, its tokens open the API.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

  /** Own files only; nothing inline, nothing evaluated, nothing framed. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final int LOCAL_STRENGTH = 8;

  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LOCAL_STRENGTH)));
  }

  @Bean
  LocalUsers localUsers(PortalProperties properties, PasswordEncoder encoder) {
    return new LocalUsers(properties, encoder);
  }

  @Bean
  Viewers viewers(PortalProperties properties) {
    return new Viewers(properties.claims());
  }

  @Bean
  SecurityFilterChain portalSecurity(
      HttpSecurity http,
      ObjectProvider<ClientRegistrationRepository> providers,
      ObjectProvider<JwtDecoder> tokens) {
    http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/login",
                    "/assets/**",
                    "/error",
                    "/actuator/health/**",
                    "/actuator/health",
                    "/actuator/prometheus")
                .permitAll()
                .anyRequest()
                .authenticated())
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), geolocation=(), microphone=(), usb=()")));
    if (providers.getIfAvailable() == null) {
      http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", true));
    } else {
      http.oauth2Login(login -> login.defaultSuccessUrl("/", true));
    }
    if (tokens.getIfAvailable() != null) {
      http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()));
    }
    return http.build();
  }
}
