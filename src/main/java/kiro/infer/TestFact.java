package kiro.infer;

/// What a test asserts about a request.
///
/// @param name of the test
/// @param path as the test asks for it; `*` stands for a part that only a run would tell
/// @param status 0 where the test asserts none
public record TestFact(String name, String method, String path, int status, Place place) {
    /// Whether it asserts that a request is answered with a status.
    boolean asserts(String wanted, String template, int answer) {
        return status == answer && method.equals(wanted) && RoutePath.matches(template, path);
    }
}
