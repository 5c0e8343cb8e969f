package a;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
public class TokenFilter extends OncePerRequestFilter {
    public static final String CALLER = "callerId";
    private static final Map<String, Long> TOKENS = Map.of("token-ada", 1L, "token-bob", 2L);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        Long id = header != null && header.startsWith("Bearer ") ? TOKENS.get(header.substring(7)) : null;
        if (id == null) {
            response.sendError(401);
            return;
        }
        request.setAttribute(CALLER, id);
        chain.doFilter(request, response);
    }
}
