package com.example.profile.security;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AccessTokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptionResolver) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.POST, "/users")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(new BearerTokenFilter(tokens), AuthorizationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(entryPoint(exceptionResolver)))
                .build();
    }

    /** Leaves the answer to ApiExceptionHandler, so that every error has the same form. */
    private static AuthenticationEntryPoint entryPoint(HandlerExceptionResolver resolver) {
        return (request, response, failure) ->
                resolver.resolveException(request, response, null, failure);
    }
}
