package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which requests of strangers a filter of a project's own lets pass.
class OwnFilterReaderTest {
    private static final String REFUSAL = "{ response.setStatus(401); return; }";

    private static Protection protection(String fields, String body) {
        String gate =
                """
                package a;
                class Gate extends OncePerRequestFilter {
                    %s
                    @Override
                    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
                        %s
                        chain.doFilter(request, response);
                    }
                }
                """
                        .formatted(fields, body);
        return SpringProject.read(
                        JavaReader.ofRuntime(),
                        "pom.xml",
                        Map.of("pom.xml", "<project/>", "src/main/java/a/Gate.java", gate))
                .protection();
    }

    @ParameterizedTest
    @Tag("builtin-placing#AC-4")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    if (caller.isEmpty() && !"GET".equals(request.getMethod())) REFUSE => GET free, POST asked
                    if (!request.getMethod().equals("GET") && caller.isEmpty()) REFUSE => GET free, POST asked
                    if (HttpMethod.GET.matches(request.getMethod())) { chain.doFilter(request, response); return; } if (caller.isEmpty()) REFUSE => GET free, POST asked
                    boolean reading = "GET".equals(request.getMethod()); if (!reading) { if (caller.isEmpty()) REFUSE } => GET free, POST asked
                    if (caller.isPresent() || "GET".equals(request.getMethod())) { chain.doFilter(request, response); return; } response.setStatus(401); return; => GET free, POST asked
                    if ("POST".equals(request.getMethod()) && caller.isEmpty()) REFUSE => GET free, POST asked
                    if (READING.contains(request.getMethod())) { chain.doFilter(request, response); } else { if (caller.isEmpty()) REFUSE } => GET free, POST asked
                    if (isReading(request)) { chain.doFilter(request, response); return; } if (caller.isEmpty()) REFUSE => GET free, POST asked
                    String path = request.getRequestURI(); if (caller.isEmpty() && !path.startsWith("/tours")) REFUSE => GET free, POST free
                    if (caller.isEmpty() && request.getRequestURI().startsWith("/admin")) REFUSE => GET free, POST free
                    if (caller.isEmpty() && request.getRequestURI().startsWith("/tours")) REFUSE => GET asked, POST asked
                    if ("GET".equals(request.getMethod()) && request.getServletPath().startsWith("/tours/")) { chain.doFilter(request, response); return; } if (caller.isEmpty()) REFUSE => GET free, POST asked
                    if (caller.isEmpty()) REFUSE => GET asked, POST asked
                    """)
    void what_a_filter_lets_pass_is_read(String body, String expected) {
        Protection protection =
                protection(
                        """
                        private static final Set<String> READING = Set.of("GET", "HEAD");
                        private static boolean isReading(HttpServletRequest request) { return "GET".equals(request.getMethod()); }
                        """,
                        body.replace("REFUSE", REFUSAL));

        assertThat(protection.isCertain()).isTrue();
        assertThat("GET " + word(protection, "GET") + ", POST " + word(protection, "POST"))
                .isEqualTo(expected);
    }

    private static String word(Protection protection, String method) {
        return protection.protects(method, "/tours/7") ? "asked" : "free";
    }

    @Test
    @Tag("builtin-placing#AC-4")
    void what_cannot_be_read_is_not_certain() {
        Protection protection =
                protection(
                        "",
                        "if (caller.isEmpty() && !open.matches(request.getRequestURI())) "
                                + REFUSAL);

        assertThat(protection.isCertain()).isFalse();
        assertThat(protection.protects("GET", "/tours/7")).isTrue();
    }

    @ParameterizedTest
    @Tag("builtin-placing#AC-4")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    return request.getRequestURI().equals("/health"); => GET asked, POST asked
                    return "/health".equals(request.getRequestURI()); => GET asked, POST asked
                    return request.getRequestURI().startsWith("/tours"); => GET free, POST free
                    return !request.getRequestURI().startsWith("/tours"); => GET asked, POST asked
                    return !request.getRequestURI().startsWith("/admin/"); => GET free, POST free
                    return "GET".equals(request.getMethod()); => GET free, POST asked
                    return !HttpMethod.POST.matches(request.getMethod()); => GET free, POST asked
                    String path = request.getServletPath(); return path.equals("/health") || path.startsWith("/docs"); => GET asked, POST asked
                    return "GET".equals(request.getMethod()) && request.getRequestURI().startsWith("/tours"); => GET free, POST asked
                    if ("GET".equals(request.getMethod())) { return true; } return request.getRequestURI().equals("/health"); => GET free, POST asked
                    return OPEN.contains(request.getRequestURI()); => GET asked, POST asked
                    """)
    void what_passes_a_filter_by_is_read(String body, String expected) {
        Protection protection =
                protection(
                        """
                        private static final Set<String> OPEN = Set.of("/health", "/version");
                        @Override
                        protected boolean shouldNotFilter(HttpServletRequest request) { %s }
                        """
                                .formatted(body),
                        "if (caller.isEmpty()) " + REFUSAL);

        assertThat(protection.isCertain()).isTrue();
        assertThat("GET " + word(protection, "GET") + ", POST " + word(protection, "POST"))
                .isEqualTo(expected);
    }

    @Test
    @Tag("builtin-placing#AC-4")
    void what_passes_a_filter_by_and_cannot_be_read_is_not_certain() {
        Protection protection =
                protection(
                        "protected boolean shouldNotFilter(HttpServletRequest request) { return open.matches(request); }",
                        "if (caller.isEmpty()) " + REFUSAL);

        assertThat(protection.isCertain()).isFalse();
        assertThat(protection.protects("GET", "/tours/7")).isTrue();
    }
}
