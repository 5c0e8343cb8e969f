package org.example.parcels;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

@Component
public class Door implements HandlerInterceptor {

    private final Badges badges;
    private final Visit visit;

    public Door(Badges badges, Visit visit) {
        this.badges = badges;
        this.visit = visit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String code = request.getHeader("X-Badge");
        if (code != null) {
            badges.findByCode(code).ifPresent(badge -> visit.begin(badge.holderLogin()));
        }
        boolean asks = handler instanceof HandlerMethod method && method.getMethodAnnotation(SignedIn.class) != null;
        if (asks && !visit.isKnown()) {
            throw new Refused(Refused.Why.NOBODY, "no badge");
        }
        return true;
    }
}
