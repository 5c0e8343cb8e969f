package kiro;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Violating writes by command lines.
class SteeredCommandTriesTest extends SteeredTries {
    @Test
    @Tag("steered-writes#AC-9")
    void of_100_writes_by_commands_none_lands() throws Exception {
        for (int i = 0; i < 20; i++) {
            Try redirected = next();
            shell(heredoc("cat > " + redirected.path(), redirected.text()));
            Try applied = next();
            shell(heredoc("git apply", diff(applied)));
            Try patched = next();
            shell(heredoc("git apply --index", diff(patched)));
            Try overwritten = next();
            shell(heredoc("tee " + base(overwritten.snippet()), overwritten.text()));
            Try moved = next();
            files.with("waiting/m%d".formatted(moved.number()), moved.text() + "\n");
            shell("mv waiting/m%d %s; false".formatted(moved.number(), moved.path()));
        }
        noneLands(100);
    }
}
