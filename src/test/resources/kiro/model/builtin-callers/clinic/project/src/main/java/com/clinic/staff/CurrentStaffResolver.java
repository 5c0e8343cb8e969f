package com.clinic.staff;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

@Component
public class CurrentStaffResolver implements HandlerMethodArgumentResolver {
    private final JdbcTemplate jdbc;

    public CurrentStaffResolver(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(CurrentStaff.class);
    }

    @Override
    public Staff resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        String token = request.getHeader("X-Staff-Token");
        if (token == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "no token");
        }
        return jdbc.query(
                        "select id, name, job from staff where token = ?",
                        (rs, n) -> new Staff(
                                rs.getLong("id"), rs.getString("name"), Job.valueOf(rs.getString("job"))),
                        token)
                .stream()
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "unknown token"));
    }
}
