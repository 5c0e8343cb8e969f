package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
    private static final String SCRIPT = "scripted/script.jsonl";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/steering/style.md", "# Style\n")
                        .with(".gitignore", "*.jsonl\n")
                        .with("notes.txt", "the notes say seven\n")
                        .committed();
    }

    @Test
    @Tag("chat#AC-12")
    void words_on_the_command_line_are_answered_and_that_is_all() {
        script(ScriptLines.says("It is **seven**."));

        Kiro.Result result = kiro().run("chat", "what is it?", "--model", SCRIPT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("It is **seven**.").doesNotContain("--resume");
        assertThat(log())
                .anyMatch(
                        line -> line.contains("\"type\":\"told\"") && line.contains("what is it?"));
    }

    @Test
    @Tag("chat#AC-1")
    @Tag("chat#AC-12")
    void lines_of_standard_input_are_said_one_after_the_other_in_one_conversation() {
        script(ScriptLines.says("one"), ScriptLines.says("two"));

        Kiro.Result result =
                kiro().reading("first", "second \\", "goes on", "/nothing", "/quit", "not said")
                        .run("chat", "--model", SCRIPT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("one", "two", "there is no /nothing; /help shows all");
        assertThat(log())
                .anyMatch(line -> line.contains("\"messages\":3"))
                .anyMatch(line -> line.contains("second \\ngoes on"))
                .noneMatch(line -> line.contains("not said"))
                .last()
                .asString()
                .contains("\"end\":\"closed\"");
    }

    @Test
    @Tag("chat#AC-1")
    @Tag("chat#AC-12")
    void without_a_terminal_a_change_is_refused_and_a_failing_model_is_an_exit_code() {
        script(ScriptLines.writes("c1", "made.txt", "x\n"), ScriptLines.says("it was refused"));

        Kiro.Result refused = kiro().run("chat", "make it", "--model", SCRIPT);

        assertThat(refused.out())
                .contains("refused: a person refused this: somebody has to be asked");
        assertThat(workspace.root().resolve("made.txt")).doesNotExist();

        script();
        Kiro.Result failed = kiro().run("chat", "make it", "--model", SCRIPT);
        assertThat(failed.code()).isEqualTo(5);
        assertThat(failed.out()).contains("model failed: the script has no answer for request 1");
    }

    @Test
    @Tag("chat#AC-1")
    void what_a_failing_model_did_not_answer_is_said_again_with_what_comes_next() {
        workspace.with(
                "script.jsonl",
                "{\"failure\":\"Rejected\",\"message\":\"not today\"}\n"
                        + ScriptLines.says("now I do"));

        Kiro.Result result = kiro().reading("first", "second").run("chat", "--model", SCRIPT);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("model failed: not today", "now I do");
        assertThat(log())
                .anyMatch(line ->
                        line.contains("\"type\":\"told\"")
                                && line.contains("\"first\"")
                                && line.contains("\"second\""));
    }

    @Test
    @Tag("chat#AC-12")
    void json_is_the_events_and_nothing_else() {
        script(ScriptLines.says("yes"));

        Kiro.Result result = kiro().run("chat", "well?", "--model", SCRIPT, "--json");

        assertThat(result.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"seq\":"));
    }

    @Test
    @Tag("chat#AC-1")
    @Tag("chat#AC-3")
    @Tag("chat#AC-8")
    void at_a_terminal_changes_are_asked_about_shown_and_taken_back() throws Exception {
        script(
                ScriptLines.writes("c1", "made.txt", "made\n"),
                ScriptLines.says("made it"),
                ScriptLines.says("I see"));
        LiveKiro kiro = live();

        kiro.sees(">").type("make a file\r");
        kiro.sees("allow: [y]es").press("y");
        kiro.sees("made it")
                .type("/diff\r")
                .sees("+made")
                .type("/undo\r")
                .sees("took back made.txt");
        assertThat(workspace.root().resolve("made.txt")).doesNotExist();
        kiro.type("/undo\r").sees("there is nothing to take back");
        kiro.type("/context\r").sees("4 messages, 2 requests".replace("4", "3"));
        kiro.type("\u001b[A\u001b[A\u001b[A\u001b[A\u001b[A")
                .sees("> make a file")
                .type("\u0015why\r");
        kiro.sees("I see").type("\u0004");

        assertThat(kiro.ends()).isZero();
        assertThat(kiro.screen()).contains("goes on with it");
        assertThat(log())
                .anyMatch(line -> line.contains("the user took back your changes of made.txt"));
    }

    @Test
    @Tag("chat#AC-2")
    void what_is_typed_while_the_model_works_is_told_with_its_next_request() throws Exception {
        script(
                ScriptLines.call("c1", "run_command", "{\"command\":\"sleep 2\"}"),
                ScriptLines.says("all heard"));
        LiveKiro kiro = live("--mode", "autonomous");

        kiro.sees(">")
                .type("begin\r")
                .sees("run sleep 2")
                .type("and mind the gap\r")
                .type("/context\r");
        kiro.sees("waits: and mind the gap").sees("waits: /context");
        kiro.sees("all heard").sees("3 messages, 2 requests").type("\u0004");

        assertThat(kiro.ends()).isZero();
        assertThat(log())
                .anyMatch(line ->
                        line.contains("\"type\":\"told\"")
                                && line.contains("and mind the gap")
                                && !line.contains("begin"));
    }

    @Test
    @Tag("chat#AC-4")
    @Tag("sessions#AC-31")
    void escape_stops_the_turn_and_the_conversation_goes_on() throws Exception {
        script(
                ScriptLines.call("c1", "run_command", "{\"command\":\"echo be''gun; sleep 60\"}"),
                ScriptLines.says("gladly"));
        LiveKiro kiro = live("--mode", "autonomous");

        kiro.sees(">")
                .type("begin\r")
                .sees("run echo be''gun")
                .sees("begun")
                .type("\u001b")
                .sees("it had printed last: begun")
                .sees("stopped; what was done so far stays");
        kiro.type("go on\r").sees("gladly");
        kiro.type("half a text").sees("> half a text").type("\u0003").type("\u0003");
        kiro.sees("Ctrl-C once more ends the conversation").type("\u0003");

        assertThat(kiro.ends()).isZero();
        assertThat(log())
                .anyMatch(line ->
                        line.contains("the outcome is not known")
                                && line.contains("all that it had printed:\\nbegun"))
                .anyMatch(line -> line.contains("the user stopped you before your turn ended"));
    }

    @Test
    @Tag("chat#AC-4")
    @Tag("sessions#AC-9")
    @Tag("sessions#AC-10")
    @Tag("sessions#AC-11")
    void what_a_person_said_and_stopped_is_shown_exported_and_found() throws Exception {
        script(
                ScriptLines.call("c1", "run_command", "{\"command\":\"sleep 60\"}"),
                ScriptLines.says("gladly"));
        LiveKiro kiro = live("--mode", "autonomous");
        kiro.sees(">")
                .type("mind the gap\r")
                .sees("run sleep 60")
                .type("\u001b")
                .sees("stopped; what was done so far stays");
        kiro.type("now with ghp_0123456789abcdefghijklmnopqrstuvwxyz\r")
                .sees("gladly")
                .type("\u0004");
        assertThat(kiro.ends()).isZero();

        assertThat(kiro().run("session", "show").out())
                .containsSubsequence(
                        "person    mind the gap",
                        "sleep 60",
                        "person    stopped the model",
                        "person    now with [secret]",
                        "gladly")
                .doesNotContain("ghp_0123");
        assertThat(kiro().run("session", "export").out()).contains("**person**", "mind the gap");
        assertThat(kiro().run("session", "search", "THE GAP").code()).isZero();
    }

    @Test
    @Tag("chat#AC-9")
    void another_model_goes_on_with_what_was_said_and_one_that_is_not_there_does_not()
            throws Exception {
        script(ScriptLines.says("from the first"));
        workspace.with("other.jsonl", ScriptLines.all(ScriptLines.says("from the other")));
        LiveKiro kiro = live();

        kiro.sees(">").type("hello\r").sees("from the first");
        kiro.type("/model scripted/none.jsonl\r")
                .sees("error: the script none.jsonl")
                .sees("goes on: model");
        kiro.type("/model scripted/other.jsonl\r").sees("the script other.jsonl");
        kiro.type("and now?\r").sees("from the other").type("/quit\r");

        assertThat(kiro.ends()).isZero();
        assertThat(sessions()).hasSize(1);
        assertThat(log()).anyMatch(line -> line.contains("\"messages\":3"));
    }

    @Test
    @Tag("chat#AC-9")
    @Tag("chat#AC-11")
    void a_new_conversation_knows_nothing_and_the_old_one_is_gone_back_to() throws Exception {
        script(ScriptLines.says("first answer"));
        LiveKiro kiro = live();
        kiro.sees(">").type("hello\r").sees("first answer").type("/clear\r");
        kiro.sees("session").type("/resume\r").sees("goes on: model").type("/quit\r");
        assertThat(kiro.ends()).isZero();

        assertThat(sessions()).hasSize(2);
        script(ScriptLines.says("still here"));
        Kiro.Result again = kiro().run("chat", "are you?", "--resume", "--model", SCRIPT);

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("still here");
        String id =
                sessions().stream()
                        .filter(each -> log(each).toString().contains("hello"))
                        .findFirst()
                        .orElseThrow();
        assertThat(log(id)).anyMatch(line -> line.contains("\"messages\":3"));
    }

    @Test
    @Tag("chat#AC-11")
    void a_run_is_no_conversation_and_a_conversation_no_run() {
        script(ScriptLines.says("yes"));
        kiro().run("chat", "well?", "--model", SCRIPT);

        Kiro.Result run = kiro().run("agent", "--resume", "--model", SCRIPT);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("is a conversation", "kiro chat --resume");

        script(ScriptLines.says("done"));
        kiro().run("agent", "do it", "--mode", "autonomous", "--model", SCRIPT);
        String id =
                sessions().stream()
                        .filter(each -> log(each).getFirst().contains("whole"))
                        .findFirst()
                        .orElseThrow();
        Kiro.Result chat = kiro().run("chat", "--resume", id);

        assertThat(chat.code()).isEqualTo(1);
        assertThat(chat.err())
                .contains("is a run and no conversation", "kiro agent --resume " + id);
    }

    @Test
    @Tag("chat#AC-5")
    void a_file_that_is_named_is_given_as_far_as_it_may_be_read() {
        workspace.with(".kiroignore", "hidden.txt\n").with("hidden.txt", "nobody sees this\n");
        script(ScriptLines.says("seven"));

        kiro().run("chat", "what do @notes.txt, @hidden.txt and @Override say?", "--model", SCRIPT);

        assertThat(log())
                .anyMatch(line ->
                        line.contains("\"type\":\"told\"") && line.contains("the notes say seven"))
                .noneMatch(line -> line.contains("nobody sees this"));
    }

    @Test
    @Tag("chat#AC-7")
    void a_plan_is_asked_for_carried_out_and_proves_the_spec_that_is_named() throws Exception {
        workspace
                .with(
                        ".kiro/specs/demo.md",
                        "# Demo\n\n## Overview\n\nD.\n\n## Requirements\n\n- It is.\n\n"
                                + "## Acceptance Criteria\n\n- [ ] AC-1: It greets by name\n")
                .with("pom.xml", "<project/>\n");
        script(
                ScriptLines.plan("c1", "write the file", "greet.txt"),
                ScriptLines.writes("c2", "greet.txt", "hi\n"),
                ScriptLines.says("written"),
                ScriptLines.says("nothing more to do"));
        LiveKiro kiro =
                LiveKiro.in(workspace.root(), 90)
                        .with("KIRO_HOME", folder.resolve("home/.kiro").toString())
                        .with("KIRO_TEST_COMMAND", "true")
                        .start("chat", "--model", SCRIPT);

        kiro.sees(">")
                .type("/spec demo\r")
                .sees("/plan proves its criteria")
                .type("/plan implement\r");
        kiro.sees("nobody trusts yet").sees("allow: [y]es").press("y");
        kiro.sees("approve: [a]ll").press("a");
        kiro.sees("allow: [y]es").press("a");
        kiro.sees("unproven: 1 criterion is not proven: AC-1").type("/quit\r");

        assertThat(kiro.ends()).isZero();
        assertThat(workspace.read("greet.txt")).isEqualTo("hi\n");
        assertThat(log()).anyMatch(line -> line.contains("done-refused"));
    }

    @Test
    @Tag("chat#AC-6")
    void a_picture_is_told_by_its_bytes_and_shown_with_the_next_message() throws Exception {
        Files.write(
                workspace.root().resolve("shot.png"),
                HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000300000002"));
        workspace.with("fake.png", "no picture\n");
        Files.createDirectory(workspace.root().resolve("folder.png"));
        script(ScriptLines.says("I see"));

        Kiro.Result result =
                kiro().reading(
                                "/image fake.png",
                                "/image folder.png",
                                "/image shot.png",
                                "what is this?")
                        .run("chat", "--model", SCRIPT);

        assertThat(result.out())
                .contains(
                        "fake.png cannot be shown: it is no PNG, JPEG, GIF or WebP",
                        "folder.png is no file",
                        "I see");
        assertThat(log())
                .anyMatch(line ->
                        line.contains(
                                "\"mediaType\":\"image/png\",\"base64\":\"iVBORw0KGgoAAAANSUhEUgAAAAMAAAAC\""));

        Kiro.Result builtIn = kiro().reading("/image shot.png").run("chat", "--model", "built-in");
        assertThat(builtIn.out()).contains("this model is not shown pictures");
    }

    @Test
    @Tag("chat#AC-5")
    @Tag("chat#AC-6")
    void a_picture_that_the_project_keeps_to_itself_is_shown_to_no_model() throws Exception {
        workspace.with(".kiroignore", "private/\n");
        byte[] picture =
                HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000300000002");
        Files.write(
                Files.createDirectory(workspace.root().resolve("private")).resolve("a.png"),
                picture);
        script(ScriptLines.says("ok"));

        Kiro.Result result =
                kiro().reading("/image private/a.png", "what is on @private/a.png?")
                        .run("chat", "--model", SCRIPT);

        assertThat(result.out().split("a.png is kept from every tool by .kiroignore", -1))
                .hasSize(3);
        assertThat(log()).noneMatch(line -> line.contains("base64"));
    }

    @Test
    @Tag("chat#AC-10")
    void what_is_typed_is_kept_outside_of_the_repository_without_secrets() throws Exception {
        script(ScriptLines.says("ok"));
        LiveKiro kiro =
                LiveKiro.in(workspace.root(), 90)
                        .with("KIRO_HOME", folder.resolve("home/.kiro").toString())
                        .with("MY_API_KEY", "sup3r-s3cret-v4lue")
                        .start("chat", "--model", SCRIPT);
        kiro.sees(">").type("use sup3r-s3cret-v4lue here\r").sees("ok").type("/quit\r");
        assertThat(kiro.ends()).isZero();

        Path history = folder.resolve("home/.kiro/chat-history");
        assertThat(Files.readAllLines(history))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("use ")
                .doesNotContain("sup3r");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.walk(workspace.root())) {
            assertThat(all.map(path -> String.valueOf(path.getFileName())))
                    .doesNotContain("chat-history");
        }
    }

    private void script(String... lines) {
        workspace.with("script.jsonl", ScriptLines.all(lines));
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }

    private LiveKiro live(String... more) {
        var args = new java.util.ArrayList<>(List.of("chat", "--model", SCRIPT));
        args.addAll(List.of(more));
        return LiveKiro.in(workspace.root(), 90)
                .with("KIRO_HOME", folder.resolve("home/.kiro").toString())
                .start(args.toArray(String[]::new));
    }

    private List<String> sessions() {
        try (Stream<Path> all = Files.list(workspace.root().resolve(".kiro/sessions"))) {
            return all.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private List<String> log() {
        return log(sessions().getLast());
    }

    private List<String> log(String session) {
        try {
            return Files.readAllLines(
                    workspace.root().resolve(".kiro/sessions/" + session + "/events.jsonl"));
        } catch (java.io.IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
