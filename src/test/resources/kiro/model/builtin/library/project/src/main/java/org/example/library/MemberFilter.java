package org.example.library;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The gateway in front of this service puts the member's id into a header. */
@Component
class MemberFilter extends OncePerRequestFilter {
    static final String MEMBER = "member";
    private static final String HEADER = "X-Member-User";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String member = request.getHeader(HEADER);
        if (member == null || member.isBlank()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        request.setAttribute(MEMBER, member);
        chain.doFilter(request, response);
    }
}
