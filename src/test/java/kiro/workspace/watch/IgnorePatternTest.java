package kiro.workspace.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnorePatternTest {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "ab",
                    ".x",
                    "*",
                    "**",
                    "?",
                    "/",
                    "/",
                    "/**/",
                    "**/",
                    "/**",
                    "[ab]",
                    "[!a]",
                    "[a-c]",
                    "[[:alpha:]]",
                    "\\*",
                    "\\a",
                    " ",
                    "#",
                    "!",
                    "[",
                    "]",
                    "{a,b}",
                    "-");
    private static final List<String> NAMES =
            List.of("a", "b", "ab", "abc", ".x", "*", "c-", "#", "!");

    @TempDir Path folder;

    @Test
    @Tag("file-watching#AC-3")
    void patterns_fit_what_they_fit_for_git() throws Exception {
        var random = new Random(4711);
        var project = TemporaryWorkspace.in(folder);
        project.git("init", "-q");
        List<String> paths = paths(random);
        for (int round = 0; round < 120; round++) {
            String text = text(random);
            project.with(".gitignore", text);
            var expected = new TreeSet<String>();
            for (String line : ignored(project, paths)) {
                expected.add(line);
            }
            IgnoreScope scope = IgnoreScope.of(text);
            var found = new TreeSet<String>();
            for (String path : paths) {
                if (isIgnored(scope, path)) {
                    found.add(path);
                }
            }
            assertThat(found).as("by\n" + text).isEqualTo(expected);
        }
    }

    @Test
    @Tag("file-watching#AC-3")
    void a_pattern_of_many_stars_is_tried_in_no_time() {
        IgnoreScope scope = IgnoreScope.of("*a".repeat(60) + "b\n**/" + "a*".repeat(60) + "/b\n");
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(scope.ignores("a".repeat(250), false)).isFalse());
    }

    private static boolean isIgnored(IgnoreScope scope, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (scope.ignores(path.substring(0, slash), true)) {
                return true;
            }
        }
        return scope.ignores(path, false);
    }

    private static List<String> ignored(TemporaryWorkspace project, List<String> paths)
            throws Exception {
        Process git =
                new ProcessBuilder("git", "check-ignore", "--no-index", "-z", "--stdin")
                        .directory(project.root().toFile())
                        .start();
        try (var out = git.getOutputStream()) {
            out.write(String.join("\0", paths).getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        git.waitFor();
        return answer.isEmpty() ? List.of() : List.of(answer.split("\0"));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int lines = 1 + random.nextInt(4);
        for (int line = 0; line < lines; line++) {
            int pieces = 1 + random.nextInt(5);
            text.append(random.nextInt(5) == 0 ? "!" : "");
            for (int piece = 0; piece < pieces; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            text.append(random.nextInt(6) == 0 ? "/" : "").append("\n");
        }
        return text.toString().replaceAll("/{2,}", "/");
    }

    private static List<String> paths(Random random) {
        var paths = new TreeSet<String>();
        while (paths.size() < 250) {
            var names = new ArrayList<String>();
            int depth = 1 + random.nextInt(4);
            for (int i = 0; i < depth; i++) {
                names.add(NAMES.get(random.nextInt(NAMES.size())));
            }
            paths.add(String.join("/", names));
        }
        return List.copyOf(paths);
    }
}
