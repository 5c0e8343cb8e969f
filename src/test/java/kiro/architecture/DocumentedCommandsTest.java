package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import kiro.Kiro;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the commands that the documentation shows, each section from its top down in a project of its own,
/// where tests prove every criterion and a scripted model answers.
@Tag("frame#AC-15")
class DocumentedCommandsTest {
    /// What is not run here, and why.
    private static final Map<String, String> NOT_RUN =
            Map.of(
                    "./test", "it is what runs this test",
                    "printf '%s\\n' 'what does @README.md say?' | kiro chat --mode autonomous",
                            "it is a pipe of a shell: the test of the command hands lines in",
                    "./kiro demo",
                            "a whole build of the sample: .ci/run and the package's own test do it");

    private static final String SCRIPT =
            """
            {"blocks":[{"type":"tool-call","id":"c1","name":"propose_plan","arguments":"{\\"title\\":\\"The work\\",\\"steps\\":[{\\"action\\":\\"do it\\",\\"files\\":[],\\"risk\\":\\"low\\",\\"criteria\\":[]}]}"}]}
            {"blocks":[{"type":"tool-call","id":"c2","name":"list_directory","arguments":"{}"}]}
            {"blocks":[{"type":"text","text":"done"}]}
            """;

    @TempDir private Path folder;

    static Stream<Path> documents() throws IOException {
        var all = new ArrayList<Path>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "AGENTS.md")) {
            all.add(Path.of(name));
        }
        try (Stream<Path> guide = Files.walk(Path.of("docs"))) {
            guide.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
        }
        var shown = new ArrayList<Path>();
        for (Path document : all) {
            if (!ShellBlocks.sections(document).isEmpty()) {
                shown.add(document);
            }
        }
        return shown.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_command_of_a_document_does_what_it_is_shown_for(Path document) throws Exception {
        var wrong = new ArrayList<String>();
        List<List<ShellBlocks.Shown>> sections = ShellBlocks.sections(document);
        for (int i = 0; i < sections.size(); i++) {
            wrong.addAll(wrong(sections.get(i), folder.resolve("section-" + i + "/project")));
        }

        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(List<ShellBlocks.Shown> section, Path project)
            throws Exception {
        TemporaryWorkspace workspace = DocumentedProject.in(project);
        var wrong = new ArrayList<String>();
        for (ShellBlocks.Shown shown : section) {
            String command = shown.command();
            if (NOT_RUN.containsKey(command)) {
                continue;
            }
            if (!shown.isKiro()) {
                wrong.add(command + ": only commands of kiro are run; give a reason in NOT_RUN");
                continue;
            }
            Kiro.Result result = run(workspace, ShellBlocks.arguments(command));
            if (result.code() != shown.end()) {
                wrong.add(
                        "%s: ends with %d%n%s%s"
                                .formatted(command, result.code(), result.out(), result.err()));
            }
        }
        return wrong;
    }

    @Test
    void nothing_is_left_out_that_no_document_shows() throws IOException {
        var shown = new TreeSet<String>();
        for (Path document : documents().toList()) {
            for (List<ShellBlocks.Shown> section : ShellBlocks.sections(document)) {
                section.forEach(one -> shown.add(one.command()));
            }
        }

        assertThat(shown).containsAll(NOT_RUN.keySet());
    }

    @Test
    void a_command_is_read_as_a_shell_would() {
        assertThat(
                        ShellBlocks.arguments(
                                "kiro agent 'rename it' --set 'path=/a b' --x=\"y z\" > f"))
                .containsExactly("agent", "rename it", "--set", "path=/a b", "--x=y z");
    }

    private static Kiro.Result run(TemporaryWorkspace workspace, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        Kiro kiro = Kiro.in(workspace.root()).with("KIRO_TEST_COMMAND", "sh run-tests.sh");
        if (List.of("agent", "chat").contains(arguments.getFirst())) {
            boolean isPlanned = arguments.contains("--plan") || arguments.getFirst().equals("chat");
            workspace.with(
                    "script.jsonl",
                    isPlanned ? SCRIPT.substring(SCRIPT.indexOf('\n') + 1) : SCRIPT);
            if (!arguments.contains("--model")) {
                all.addAll(List.of("--model", "scripted/script.jsonl"));
            }
            kiro.typing("a", "a", "a", "a");
        }
        return kiro.run(all.toArray(String[]::new));
    }
}
