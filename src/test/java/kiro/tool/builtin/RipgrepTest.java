package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.process.Capture;
import kiro.process.Command;
import kiro.process.CommandRunner;
import kiro.process.ProgramFinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `search` beside ripgrep, on a folder that has what they could differ in. The table has for each search what both find,
/// what ripgrep alone finds (`-`) and what `search` alone finds (`+`), with the reason.
class RipgrepTest {
    private static final Path TABLE = Path.of("src/test/resources/kiro/tool/search/ripgrep.txt");

    /// A line of a file, a file and how often, or a file.
    private static final Pattern HIT =
            Pattern.compile("(?m)^([^:\\n]+?)(?:[:-](\\d+)[:-].*|: ?(\\d+))?$");

    private static final String NONE = "[no line matches]";

    @TempDir Path folder;
    private ToolBench bench;

    /// @param search its arguments
    /// @param rg the arguments of ripgrep
    private record Case(String name, String search, String rg, List<String> hits) {
        private TreeSet<String> without(String mark) {
            var some = new TreeSet<String>();
            for (String hit : hits) {
                if (!hit.startsWith(mark)) {
                    some.add(hit.replaceFirst("^[-+] ", ""));
                }
            }
            return some;
        }
    }

    private static List<Case> cases() throws IOException {
        var cases = new ArrayList<Case>();
        for (String block : Files.readString(TABLE).split("\n\n")) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (lines.isEmpty()) {
                continue;
            }
            cases.add(
                    new Case(
                            lines.get(0),
                            lines.get(1).replaceFirst("^search ", ""),
                            lines.get(2).replaceFirst("^rg ", ""),
                            lines.subList(3, lines.size())));
        }
        return cases;
    }

    @BeforeEach
    void make() throws Exception {
        bench = ToolBench.in(folder);
        String hit = "needle\n";
        for (String path :
                """
                a.txt  Upper.Java  A.java  src/A.java  src/main/B.java  src/main/b.xml  src/[x]/c.java
                trace.log  keep.log  build/out.txt  src/build/out.txt  only-root.txt  sub/only-root.txt
                docs/x.md  docs/keep.md  docs/deep/y.md  sub/trace.log  sub/secret-1.txt  sub/deep/b.txt
                sub/deep/c.txt  .hidden/h.txt  .editorconfig  .env  vendor/v.txt  src/vendor/v.txt  app.min.js
                app.js  excluded.txt  again.log  tracked.log  with,comma.txt  ünï.txt\
                """
                        .trim()
                        .split("\\s+")) {
            bench.work.with(path, hit);
        }
        bench.work
                .with("with space.txt", hit)
                .with("lines.txt", "Needle one\nno\nneedle two\n\tneedles 3\nNEEDLE four")
                .with("crlf.txt", "needle\r\nother needle\r\n")
                .with("words.txt", "größe Größe\nнеедле needle_x\n٣ needle\n")
                .with("empty.txt", "")
                .with("latin1.txt", "caf\u00e9 needle\n".getBytes(StandardCharsets.ISO_8859_1))
                .with("utf8bom.txt", "\uFEFFneedle\n")
                .with("utf16le.txt", "\uFEFFneedle caf\u00e9\n".getBytes(StandardCharsets.UTF_16LE))
                .with("utf16be.txt", "\uFEFFneedle caf\u00e9\n".getBytes(StandardCharsets.UTF_16BE))
                .with("early.bin", "needle\0needle\nneedle\n")
                .with("late.bin", hit + "x\n".repeat(60_000) + "\0\n" + hit)
                .with(
                        ".gitignore",
                        "*.log\n!keep.log\nbuild/\n/only-root.txt\ndocs/*\n!docs/keep.md\n")
                .with("sub/.gitignore", "!*.log\nsecret-*.txt\n")
                .with("sub/deep/.gitignore", "*.txt\n!c.txt\n")
                .with(".ignore", "vendor/\n!again.log\n")
                .with(".rgignore", "*.min.js\n");
        Files.createSymbolicLink(bench.work.root().resolve("link.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(bench.work.root().resolve("linked"), Path.of("src"));
        bench.work.git("init", "-q");
        bench.work.git("add", "-f", "tracked.log");
        Files.writeString(bench.work.root().resolve(".git/info/exclude"), "excluded.txt\n");
    }

    @Test
    @Tag("tools#AC-21")
    void search_finds_what_the_table_says() throws Exception {
        var found = new LinkedHashMap<String, TreeSet<String>>();
        var expected = new LinkedHashMap<String, TreeSet<String>>();
        for (Case each : cases()) {
            found.put(each.name(), searched(each.search()));
            expected.put(each.name(), each.without("- "));
        }

        assertThat(found).isEqualTo(expected);
    }

    /// Where there is no ripgrep, the table stands for it.
    @Test
    @Tag("tools#AC-21")
    void the_table_says_what_ripgrep_finds() throws Exception {
        Optional<Path> rg = ProgramFinder.find("rg", Optional.ofNullable(System.getenv("PATH")));
        var found = new LinkedHashMap<String, TreeSet<String>>();
        var expected = new LinkedHashMap<String, TreeSet<String>>();
        for (Case each : cases()) {
            expected.put(each.name(), each.without("+ "));
            found.put(
                    each.name(),
                    rg.isPresent() ? ripgrepped(rg.get(), each.rg()) : each.without("+ "));
        }

        assertThat(found).isEqualTo(expected);
    }

    private TreeSet<String> searched(String arguments) throws InterruptedException {
        var all = new ArrayList<Object>();
        for (String argument : arguments.split(" ")) {
            int sign = argument.indexOf('=');
            all.add(argument.substring(0, sign));
            String value = argument.substring(sign + 1);
            all.add(value.matches("\\d+") ? Integer.valueOf(value) : value);
        }
        return hits(bench.done("search", all.toArray()));
    }

    private TreeSet<String> ripgrepped(Path rg, String arguments) throws InterruptedException {
        var argv =
                new ArrayList<>(
                        List.of(
                                rg.toString(),
                                "--no-config",
                                "--no-messages",
                                "--no-heading",
                                "--line-number",
                                "--with-filename",
                                "--hidden",
                                "--glob=!.git"));
        argv.addAll(List.of(arguments.split(" ")));
        Capture capture =
                new CommandRunner(System.getenv(), folder.resolve("spill"))
                        .capture(Command.of(bench.work.root(), Duration.ofSeconds(20), argv));
        return switch (capture) {
            case Capture.Ended ended -> hits(new String(ended.output(), StandardCharsets.UTF_8));
            case Capture.Failed failed -> throw new AssertionError(failed.reason());
        };
    }

    private static TreeSet<String> hits(String text) {
        var hits = new TreeSet<String>();
        Matcher hit = HIT.matcher(text);
        while (hit.find()) {
            if (!hit.group().equals(NONE)) {
                hits.add(hit.group(1) + word(":", hit.group(2)) + word(" ", hit.group(3)));
            }
        }
        return hits;
    }

    private static String word(String sign, @Nullable String number) {
        return number == null ? "" : sign + number;
    }
}
