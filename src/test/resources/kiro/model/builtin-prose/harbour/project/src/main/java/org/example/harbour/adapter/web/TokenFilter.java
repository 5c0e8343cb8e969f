package org.example.harbour.adapter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.example.harbour.domain.Agent;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
public class TokenFilter extends OncePerRequestFilter {

    static final String AGENT = "harbour.agent";
    private static final String BEARER = "Bearer ";

    private final Agents agents;

    public TokenFilter(Agents agents) {
        this.agents = agents;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        Optional<Agent> agent =
                header != null && header.startsWith(BEARER)
                        ? agents.byToken(header.substring(BEARER.length()))
                        : Optional.empty();
        if (agent.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        request.setAttribute(AGENT, agent.get());
        chain.doFilter(request, response);
    }
}
