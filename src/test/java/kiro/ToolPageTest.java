package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.edit.Journal;
import kiro.process.CommandRunner;
import kiro.process.Confinement;
import kiro.spec.Spec;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.Tool;
import kiro.tool.builtin.BackgroundCommands;
import kiro.tool.builtin.BuiltinTools;
import kiro.tool.builtin.PageFetcher;
import kiro.tool.builtin.ProjectChecks;
import kiro.tool.builtin.SessionTools;
import kiro.workspace.Git;
import kiro.workspace.GitLeave;
import kiro.workspace.WorkspaceFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The guide's page of tools tells of those that a model is offered, and of no others.
@Timeout(60)
class ToolPageTest {
    @TempDir private Path folder;

    /// The column of effects, by tool.
    private static Map<String, String> page() throws Exception {
        var rows = new LinkedHashMap<String, String>();
        Matcher row =
                Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [^|]+ \\| ([^|]+) \\| ?[^|]*\\|$")
                        .matcher(Files.readString(Path.of("docs/guide/tools.md")));
        while (row.find()) {
            rows.put(row.group(1), row.group(2));
        }
        return rows;
    }

    @Test
    @Tag("tools#AC-20")
    void every_tool_that_a_run_offers_stands_on_the_page() throws Exception {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("docs/a.md", "# A\n")
                        .with(
                                ".kiro/skills/deploy/SKILL.md",
                                "---\nname: deploy\ndescription: how to deploy\n---\nSlowly.\n")
                        .with(".kiro/config.yaml", "knowledge:\n  sources:\n    docs: docs/**\n");
        try (AnthropicServer server = AnthropicServer.start()) {
            server.thenReply(
                            AnthropicEvents.reply()
                                    .call("l", "list_directory", "{}")
                                    .end("tool_use"))
                    .thenReply(AnthropicEvents.saying("done"));
            Kiro.Result run =
                    Kiro.in(workspace.root())
                            .with("HOME", folder.resolve("home").toString())
                            .with("ANTHROPIC_API_KEY", "key")
                            .with("ANTHROPIC_BASE_URL", server.url().toString())
                            .run("agent", "go", "--mode", "autonomous");
            assertThat(run.code()).as(run.out() + run.err()).isZero();

            JsonNode request = JsonMapper.shared().readTree(server.requests().getFirst().body());
            assertThat(
                            request.path("tools").values().stream()
                                    .map(tool -> tool.path("name").asString()))
                    .containsExactlyInAnyOrderElementsOf(page().keySet());
        }
    }

    @Test
    @Tag("tools#AC-20")
    void each_has_the_effect_that_the_page_says() throws Exception {
        Map<String, String> page = page();
        var found = new TreeMap<String, String>();
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(folder).with("pom.xml", "<project/>\n").committed();
        var commands = new CommandRunner(System.getenv(), folder.resolve("spill"));
        try (var background = new BackgroundCommands()) {
            List<Tool> tools = tools(workspace, commands, background);
            ready(tools, "start_command", "{\"command\":\"sleep 60\"}").act().run();
            ready(tools, "read_file", "{\"path\":\"pom.xml\"}").act().run();
            for (Tool tool : tools) {
                String arguments = SAMPLES.getOrDefault(tool.name(), "{}");
                found.put(tool.name(), word(ready(tools, tool.name(), arguments).effect()));
            }
            found.put(
                    "git",
                    found.get("git")
                            + " or "
                            + word(
                                    ready(tools, "git", "{\"arguments\":[\"add\",\"pom.xml\"]}")
                                            .effect()));
        }

        assertThat(page).containsAllEntriesOf(found);
    }

    private static final Map<String, String> SAMPLES =
            Map.ofEntries(
                    Map.entry("read_file", "{\"path\":\"pom.xml\"}"),
                    Map.entry("search", "{\"pattern\":\"a\"}"),
                    Map.entry("write_file", "{\"path\":\"new.txt\",\"content\":\"x\"}"),
                    Map.entry(
                            "edit_file",
                            "{\"path\":\"pom.xml\",\"old_text\":\"project\",\"new_text\":\"x\"}"),
                    Map.entry(
                            "apply_patch",
                            "{\"patch\":\"*** Begin Patch\\n*** Add File: p.txt\\n+1\\n*** End Patch\\n\"}"),
                    Map.entry("run_command", "{\"command\":\"true\"}"),
                    Map.entry("start_command", "{\"command\":\"true\"}"),
                    Map.entry("git", "{\"arguments\":[\"status\"]}"),
                    Map.entry("command_output", "{\"handle\":\"bg-1\"}"),
                    Map.entry("stop_command", "{\"handle\":\"bg-1\"}"),
                    Map.entry("web_fetch", "{\"url\":\"https://example.com/a\"}"),
                    Map.entry("todo", "{\"items\":[\"[ ] a\"]}"));

    private static List<Tool> tools(
            TemporaryWorkspace project, CommandRunner commands, BackgroundCommands background) {
        var workspace = project.workspace();
        var git = new Git(workspace, commands);
        var files = new WorkspaceFiles(workspace);
        var running =
                new BuiltinTools.Running(
                        commands, Confinement.NONE, Duration.ofSeconds(20), GitLeave.Giver.FREE);
        var tools =
                new ArrayList<>(
                        BuiltinTools.of(
                                workspace,
                                files,
                                git,
                                commands,
                                new Journal(project.root().resolve("journal"), files),
                                Duration.ofSeconds(20)));
        tools.addAll(
                SessionTools.of(
                        workspace,
                        git,
                        running,
                        background,
                        new Green(),
                        new PageFetcher(false, Duration.ofSeconds(5))));
        return tools;
    }

    private static Preparation.Ready ready(List<Tool> tools, String name, String arguments)
            throws InterruptedException {
        Tool tool =
                tools.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        Preparation prepared = tool.prepare(arguments);
        assertThat(prepared).as(name).isInstanceOf(Preparation.Ready.class);
        return (Preparation.Ready) prepared;
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _ -> "nothing";
            case Effect.Read _ -> "read";
            case Effect.Change _ -> "change";
            case Effect.Execute _ -> "command";
            case Effect.GitChange _ -> "git";
            case Effect.ServerCall _ -> "server";
            case Effect.Delegate _ -> "delegate";
            case Effect.Fetch _ -> "fetch";
        };
    }

    private record Green() implements ProjectChecks {
        @Override
        public Optional<String> testCommand() {
            return Optional.of("true");
        }

        @Override
        public Tested test() {
            return new Tested(true, "");
        }

        @Override
        public List<String> standing(Spec spec) {
            return List.of();
        }
    }
}
