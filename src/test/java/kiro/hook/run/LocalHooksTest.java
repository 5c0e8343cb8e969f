package kiro.hook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kiro.hook.EventKind;
import kiro.hook.Origin;
import kiro.hook.Placeholders;
import kiro.text.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHooksTest {
    @TempDir private Path folder;
    private HookWorkshop shop;

    @BeforeEach
    void open() {
        shop = new HookWorkshop(folder);
    }

    @Test
    @Tag("hook-runs#AC-1")
    void a_hook_starts_with_the_files_that_fit_it_alone() throws Exception {
        shop.hooks(
                """
                - {name: java, on: file-saved, files: "src/**/*.java", command: "echo {files} >> java"}
                - {name: all, on: file-saved, except: "**/*.md", command: "echo {files} >> all"}
                - {name: made, on: file-created, command: "echo {files} >> made"}
                - {name: off, on: file-saved, enabled: false, command: "echo > off"}
                """);

        HookRuns runs = shop.saved("src/a/B.java", "README.md", "C.kt");

        assertThat(HookWorkshop.outcomes(runs)).containsExactly("java: done", "all: done");
        assertThat(shop.read("java")).isEqualTo("src/a/B.java\n");
        assertThat(shop.read("all")).isEqualTo("src/a/B.java C.kt\n");
        assertThat(shop.root().resolve("made")).doesNotExist();
        assertThat(shop.root().resolve("off")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "branch: 'feature/*'     | is for the branch feature/*, and main is checked out",
                "branch: main            | yes",
                "exists: pom.xml         | is for where there is pom.xml",
                "exists: .kiro           | yes",
                "env: {CI: ''}           | yes",
                "env: {CI: 'false'}      | is for where CI is false",
                "env: {DEPLOY: ''}       | is for where DEPLOY is set",
            })
    @Tag("hook-runs#AC-1")
    void a_condition_has_to_hold(String condition, String said) throws Exception {
        shop.with(".git/HEAD", "ref: refs/heads/main\n")
                .where(Map.of("CI", "true"))
                .hooks("- {name: it, on: manual, command: 'true', if: {%s}}".formatted(condition));

        List<Choice> choices =
                shop.engine().simulate(HookEvent.of(EventKind.MANUAL, new Subject.Named("it")));

        assertThat(choices)
                .singleElement()
                .satisfies(choice ->
                        assertThat(choice instanceof Choice.Waits waits ? waits.reason() : "yes")
                                .isEqualTo(said));
    }

    @Test
    @Tag("hook-runs#AC-1")
    void every_subject_is_narrowed_to_what_fits() throws Exception {
        shop.hooks(
                """
                - {name: tests, on: test-failed, tests: "Shop*", command: "printf '%s;' {tests} > tests"}
                - {name: deps, on: dependency-updated, dependencies: "left-*", command: "printf '%s;' {dependencies} > deps"}
                - {name: tools, on: after-tool, tools: [run_command], command: "cat > tools"}
                - {name: words, on: after-task, command: "cat > task"}
                - {name: prompt, on: prompt-submitted, match: "(?i)deploy", command: "cat > prompt"}
                """);

        shop.fire(
                EventKind.TEST_FAILED,
                new Subject.FailedTests(List.of("ShopTest.a b", "OtherTest", "ShopIT"), ""));
        shop.fire(
                EventKind.DEPENDENCY_UPDATED,
                new Subject.Dependencies(
                        List.of(
                                new Subject.Dependency("npm", "left-pad", "1", "2", "package.json"),
                                new Subject.Dependency("npm", "right", "1", "2", "package.json"))));
        shop.fire(
                EventKind.AFTER_TOOL,
                new Subject.ToolUse("read_file", "{}", Optional.of("x"), false, List.of()));
        shop.fire(EventKind.PROMPT_SUBMITTED, new Subject.Prompt("hello"));

        assertThat(shop.read("tests")).isEqualTo("ShopTest.a b;ShopIT;");
        assertThat(shop.read("deps")).isEqualTo("left-pad;");
        assertThat(shop.root().resolve("tools")).doesNotExist();
        assertThat(shop.root().resolve("prompt")).doesNotExist();
        shop.fire(EventKind.PROMPT_SUBMITTED, new Subject.Prompt("Deploy it"));
        assertThat(shop.read("prompt")).contains("\"prompt\":\"Deploy it\"");
    }

    @Test
    @Tag("hook-runs#AC-2")
    void a_command_reads_what_happened_as_json_with_the_names_of_kiro() throws Exception {
        shop.with(
                        ".kiro/hooks/kiro.json",
                        """
                        {"version": "v1", "hooks": [{"name": "it", "trigger": "PreToolUse",
                          "action": {"type": "command", "command": "cat > input"}}]}
                        """)
                .with(".git/HEAD", "ref: refs/heads/main\n");

        shop.engine()
                .fire(
                        new HookEvent(
                                EventKind.BEFORE_TOOL,
                                new Subject.ToolUse(
                                        "run_command",
                                        "{\"command\":\"ls\"}",
                                        Optional.empty(),
                                        false,
                                        List.of()),
                                Cause.AGENT,
                                "s-1"));

        assertThat(shop.read("input"))
                .isEqualTo(
                        ("{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"%s\",\"session_id\":\"s-1\","
                                        + "\"event\":\"before-tool\",\"hook\":\"it\",\"branch\":\"main\","
                                        + "\"origin\":\"agent\",\"depth\":0,\"files\":[],"
                                        + "\"tool_name\":\"run_command\",\"tool_input\":{\"command\":\"ls\"}}")
                                .formatted(shop.root()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.txt",
                "$(touch pwned).txt",
                "`touch pwned`",
                "it's \"quoted\"; touch pwned",
                "-rf",
                "x\ntouch pwned",
                "*",
                "&& touch pwned #",
                "ünï — 文",
            })
    @Tag("hook-runs#AC-2")
    void the_name_of_a_file_is_never_run(String name) throws Exception {
        shop.hooks(
                """
                - name: one
                  on: file-saved
                  command: printf %s {file} > one
                - name: all
                  on: file-saved
                  command: printf %s {files} > all; printf %s "$KIRO_FILE" > variable
                """);

        HookRuns runs = shop.saved(name);

        String expected = name.startsWith("-") ? "./" + name : name;
        assertThat(HookWorkshop.outcomes(runs)).containsExactly("one: done", "all: done");
        assertThat(shop.read("one")).isEqualTo(expected);
        assertThat(shop.read("all")).isEqualTo(expected);
        assertThat(shop.read("variable")).isEqualTo(expected);
        assertThat(shop.root().resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo \"{file}\"               | {file}",
                "sh -c 'cat {files}'           | {files}",
                "sh -c \"cat {file}\"          | {file}",
                "echo \"$(cat {file})\"        | none",
                "echo 'a' {file} \"b\"         | none",
                "echo a\\\"b {file}            | none",
                "echo ${file} {event}          | none",
            })
    @Tag("hook-runs#AC-2")
    void a_placeholder_in_quotes_is_an_error(String line, String found) {
        assertThat(Placeholders.quoted(line).orElse("none")).isEqualTo(found);
    }

    @Test
    @Tag("hook-runs#AC-3")
    void a_command_is_ended_with_all_that_it_started() throws Exception {
        shop.hooks(
                """
                - name: slow
                  on: manual
                  command: (sleep 2; touch late) & sleep 60
                  timeout: 300ms
                """);
        Instant before = Instant.now();

        HookRuns runs = shop.fire(EventKind.MANUAL, new Subject.Named("slow"));

        assertThat(HookWorkshop.outcomes(runs))
                .containsExactly("slow: failed was ended, as it took longer than 300 ms");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(
                        ProcessHandle.allProcesses()
                                .filter(process ->
                                        process.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("touch late"))
                                .toList())
                .isEmpty();
    }

    @Test
    @Tag("hook-runs#AC-3")
    void one_that_failed_is_tried_again() throws Exception {
        shop.hooks(
                """
                - name: flaky
                  on: pre-commit
                  command: echo x >> tries; [ $(wc -l < tries) -ge 3 ]
                  retry: 2
                - name: hopeless
                  on: post-commit
                  command: echo x >> hopeless; exit 7
                  retry: 1
                """);

        HookRuns gate = shop.committing("a");
        HookRuns after =
                shop.fire(
                        EventKind.POST_COMMIT,
                        new Subject.Commit(List.of("a"), Optional.empty(), ""));

        assertThat(HookWorkshop.outcomes(gate)).containsExactly("flaky: done");
        assertThat(gate.runs().getFirst().times().tries()).isEqualTo(3);
        assertThat(HookWorkshop.outcomes(after))
                .containsExactly("hopeless: failed ended with exit code 7");
        assertThat(shop.read("hopeless")).isEqualTo("x\nx\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 0              | done",
                "exit 1              | blocked ended with exit code 1",
                "exit 2              | blocked says no",
                "./not-there         | blocked ended with exit code 127",
                "kill -9 $$          | blocked ended with exit code 137",
                "sleep 60            | blocked was ended, as it took longer than 200 ms",
            })
    @Tag("hook-runs#AC-4")
    void a_gate_of_our_own_says_no_by_all_but_zero(String command, String outcome)
            throws Exception {
        shop.hooks(
                "- {name: it, on: pre-commit, command: '%s', timeout: 200ms}".formatted(command));

        assertThat(HookWorkshop.outcomes(shop.committing("a"))).containsExactly("it: " + outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, done", "1, failed ended with exit code 1", "2, blocked says no"})
    @Tag("hook-runs#AC-4")
    void a_gate_of_kiros_files_says_no_by_exit_code_two(int code, String outcome) throws Exception {
        shop.with(
                ".kiro/hooks/kiro.json",
                """
                {"version": "v1", "hooks": [{"name": "it", "trigger": "UserPromptSubmit",
                  "action": {"type": "command", "command": "echo why >&2; exit %d"}}]}
                """
                        .formatted(code));

        HookRuns runs = shop.fire(EventKind.PROMPT_SUBMITTED, new Subject.Prompt("hello"));

        assertThat(HookWorkshop.outcomes(runs)).containsExactly("it: " + outcome);
        assertThat(runs.reasons()).isEqualTo(code == 2 ? "the hook 'it' says no: why" : "");
    }

    @Test
    @Tag("hook-runs#AC-4")
    void after_the_first_no_nothing_more_is_run() throws Exception {
        shop.hooks(
                """
                - {name: first, on: pre-commit, command: "exit 1"}
                - {name: second, on: pre-commit, command: "touch second"}
                """);

        assertThat(HookWorkshop.outcomes(shop.committing("a")))
                .containsExactly("first: blocked ended with exit code 1");
        assertThat(shop.root().resolve("second")).doesNotExist();
    }

    @Test
    @Tag("hook-runs#AC-5")
    void while_a_file_is_broken_nothing_runs_and_gates_say_no() throws Exception {
        shop.hooks(
                """
                - {name: good, on: file-saved, command: "touch good"}
                - {name: bad, on: file-saved, comand: "touch bad"}
                """);

        HookRuns saved = shop.saved("a");
        HookRuns commit = shop.committing("a");

        assertThat(saved.runs()).isEmpty();
        assertThat(shop.root().resolve("good")).doesNotExist();
        assertThat(commit.isBlocked()).isTrue();
        assertThat(commit.reasons())
                .isEqualTo(
                        """
                        a file of hooks is broken, and none of them runs:
                          .kiro/hooks.yaml:4:33 hooks/unknown-key there is no key 'comand' here: did you mean command?
                        mend it; 'kiro hooks list' shows what is wrong\
                        """);
    }

    @Test
    @Tag("hook-runs#AC-4")
    @Tag("hook-runs#AC-6")
    void what_nobody_trusts_never_runs_and_a_gate_of_it_says_no() throws Exception {
        var trusted = new AtomicReference<>(Hash.of("nothing"));
        shop.trusting((path, bytes) -> Hash.of(bytes).equals(trusted.get()))
                .hooks(
                        """
                        - {name: watch, on: file-saved, command: "echo '- {name: x}' >> .kiro/hooks.yaml; touch ran"}
                        - {name: gate, on: pre-commit, command: "true"}
                        """);
        HookRuns before = shop.saved("a");
        trusted.set(Hash.of(Files.readAllBytes(shop.root().resolve(".kiro/hooks.yaml"))));

        assertThat(HookWorkshop.outcomes(before))
                .containsExactly(
                        "watch: not run was not run: nobody trusts its file, see 'kiro trust'");
        assertThat(HookWorkshop.outcomes(shop.committing("a"))).containsExactly("gate: done");
        shop.with(".kiro/hooks.yaml", shop.read(".kiro/hooks.yaml") + "# changed\n");
        assertThat(HookWorkshop.outcomes(shop.committing("a")))
                .containsExactly(
                        "gate: blocked was not run: nobody trusts its file, see 'kiro trust'");
        assertThat(shop.root().resolve("ran")).doesNotExist();
    }

    @Test
    @Tag("hook-runs#AC-7")
    void no_more_runs_at_once_than_the_hook_allows() throws Exception {
        shop.hooks(
                """
                - name: it
                  on: file-saved
                  concurrency: 2
                  command: mkdir -p at; touch at/$$; ls at | wc -l >> most; sleep 0.2; rm at/$$; echo {file} > /dev/null
                """);
        var all = new CopyOnWriteArrayList<HookRuns>();
        List<Thread> threads =
                IntStream.range(0, 3)
                        .mapToObj(i -> Thread.ofVirtual().start(() -> all.add(uninterrupted(i))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(all).hasSize(3);
        assertThat(all.stream().flatMap(runs -> HookWorkshop.outcomes(runs).stream()))
                .hasSize(6)
                .containsOnly("it: done");
        assertThat(shop.read("most").lines().map(String::strip)).contains("2").isSubsetOf("1", "2");
    }

    private HookRuns uninterrupted(int number) {
        try {
            return shop.saved("a" + number, "b" + number);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    @Tag("hook-runs#AC-8")
    void hooks_that_lead_to_one_another_come_to_an_end() throws Exception {
        shop.hooks(
                """
                - {name: a, on: file-saved, command: "echo $KIRO_HOOK_DEPTH $KIRO_HOOK_CHAIN > chain"}
                - {name: b, on: file-saved, command: "true"}
                - {name: gate, on: pre-commit, command: "true"}
                """);
        var saved = new Subject.Files(List.of("x"));
        LocalHooks hooks = shop.engine();

        HookRuns first = hooks.fire(HookEvent.of(EventKind.FILE_SAVED, saved));
        HookRuns second =
                hooks.fire(
                        HookEvent.of(EventKind.FILE_SAVED, saved)
                                .with(new Cause(Origin.AGENT, List.of("a"))));
        HookRuns deep =
                hooks.fire(
                        HookEvent.of(EventKind.FILE_SAVED, saved)
                                .with(new Cause(Origin.AGENT, List.of("?", "?", "?"))));
        HookRuns commit =
                hooks.fire(
                        HookEvent.of(
                                        EventKind.PRE_COMMIT,
                                        new Subject.Commit(List.of(), Optional.empty(), ""))
                                .with(Cause.of(Map.of(Cause.DEPTH, "3"))));

        assertThat(HookWorkshop.outcomes(first)).containsExactly("a: done", "b: done");
        assertThat(shop.read("chain")).isEqualTo("1 a\n");
        assertThat(HookWorkshop.outcomes(second))
                .containsExactly(
                        "a: not run was not run: what happened is its own doing, and it would go on for ever",
                        "b: done");
        assertThat(HookWorkshop.outcomes(deep))
                .allMatch(line -> line.contains("3 hooks led to one another before it"));
        assertThat(commit.isBlocked()).isTrue();
    }

    @Test
    @Tag("hook-runs#AC-8")
    void what_was_written_by_whom_is_known() throws Exception {
        shop.knowing(
                        built(
                                "writer",
                                request -> {
                                    write(request.root().resolve("made.txt"), "made");
                                    return BuiltInOutcome.done("", List.of("made.txt"));
                                }))
                .hooks(
                        """
                        - {name: make, on: manual, use: writer}
                        - {name: command, on: post-commit, command: "true"}
                        """);
        RecordedWrites writes = shop.writes();
        writes.wrote("agents.txt", Optional.of(Hash.of("x")), Cause.AGENT);
        shop.fire(EventKind.MANUAL, new Subject.Named("make"));
        HookRuns after =
                shop.fire(
                        EventKind.POST_COMMIT, new Subject.Commit(List.of(), Optional.empty(), ""));
        Instant during = after.runs().getFirst().times().begun();
        Instant later = Instant.now().plusSeconds(5);

        assertThat(writes.of("made.txt", Optional.of(Hash.of("made")), later))
                .isEqualTo(new Cause(Origin.AGENT, List.of("make")));
        assertThat(writes.of("made.txt", Optional.of(Hash.of("mine")), later))
                .isEqualTo(Cause.PERSON);
        assertThat(writes.of("agents.txt", Optional.of(Hash.of("x")), later))
                .isEqualTo(Cause.AGENT);
        assertThat(writes.of("other.txt", Optional.of(Hash.of("y")), during))
                .isEqualTo(new Cause(Origin.USER, List.of("?")));
        assertThat(writes.of("other.txt", Optional.of(Hash.of("y")), later))
                .isEqualTo(Cause.PERSON);
    }

    @Test
    @Tag("hook-runs#AC-9")
    void a_command_that_rules_deny_does_not_run() throws Exception {
        shop.under((hook, line, command) ->
                        line.startsWith("rm")
                                ? new HookRules.Ruled.Denied("not allowed: rule 7")
                                : new HookRules.Ruled.Allowed(
                                        command.withEnvironment(Map.of("WALLS", "up"))))
                .hooks(
                        """
                        - {name: bad, on: post-commit, command: "rm x"}
                        - {name: good, on: post-commit, command: "echo $WALLS"}
                        - {name: gate, on: pre-commit, command: "rm x"}
                        """);

        HookRuns runs =
                shop.fire(
                        EventKind.POST_COMMIT, new Subject.Commit(List.of(), Optional.empty(), ""));

        assertThat(HookWorkshop.outcomes(runs))
                .containsExactly("bad: failed was not run: not allowed: rule 7", "good: done");
        assertThat(runs.runs().getLast().output()).isEqualTo("up\n");
        assertThat(shop.committing("a").isBlocked()).isTrue();
    }

    @Test
    @Tag("hook-runs#AC-10")
    void runs_are_written_down_without_secrets() throws Exception {
        shop.hooks("- {name: it, on: file-saved, command: 'echo hunter2; exit 3'}");

        shop.saved("a", "b");

        assertThat(shop.log().read())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.hook()).isEqualTo("it");
                    assertThat(run.event()).isEqualTo("file-saved");
                    assertThat(run.about().files()).containsExactly("a", "b");
                    assertThat(run.ending().word()).isEqualTo("failed");
                    assertThat(run.ending().reason()).isEqualTo("ended with exit code 3");
                    assertThat(run.ending().output()).isEqualTo("[secret]");
                });
    }

    @Test
    @Tag("hook-runs#AC-10")
    void a_run_that_was_cut_short_is_lost_and_a_cut_line_is_passed_over() throws Exception {
        shop.hooks("- {name: it, on: file-saved, command: 'true'}");
        shop.saved("a");
        Path log = shop.state().resolve("log.jsonl");
        String begun =
                Files.readAllLines(log).getFirst().replaceFirst("\"id\":\"[^\"]*", "\"id\":\"gone");
        Files.writeString(
                log,
                Files.readString(log)
                        + begun.replaceFirst("\"pid\":\\d+", "\"pid\":99999999")
                        + "\n{\"version\":1,\"phase\":\"ended\",\"id\":\"go");

        shop.saved("b");

        assertThat(shop.log().read().stream().map(run -> run.ending().word()))
                .containsExactly("done", "lost", "done");
    }

    @Test
    @Tag("hook-runs#AC-10")
    void the_log_stays_bounded() throws Exception {
        HookLog log = shop.log();
        Path file = shop.state().resolve("log.jsonl");
        var left = new HookRun.Left("x".repeat(5_000), "", Optional.empty(), List.of());
        for (int i = 0; i < 1_500; i++) {
            log.ended(
                    new HookRun(
                            "id" + i,
                            "it",
                            EventKind.STOP,
                            List.of(),
                            new HookRun.Outcome.Done(),
                            left,
                            new HookRun.Times(Instant.EPOCH, Duration.ZERO, 1)),
                    Instant.EPOCH,
                    Map.of());
        }

        assertThat(Files.size(file) + Files.size(shop.state().resolve("log.jsonl.1")))
                .isLessThan(1_100_000);
        assertThat(log.read()).hasSizeGreaterThan(400);
        assertThat(log.read().getLast().id()).isEqualTo("id1499");
    }

    @Test
    @Tag("hook-runs#AC-11")
    void of_a_flood_head_and_tail_are_kept_and_all_is_in_a_file() throws Exception {
        shop.hooks(
                "- {name: it, on: manual, command: 'echo begin; yes | head -c 2000000; echo end'}");
        for (int i = 0; i < 22; i++) {
            shop.fire(EventKind.MANUAL, new Subject.Named("it"));
        }

        HookRun run = shop.fire(EventKind.MANUAL, new Subject.Named("it")).runs().getFirst();

        assertThat(run.output()).hasSizeLessThan(40_000).startsWith("begin\n").endsWith("end\n");
        assertThat(run.left().whole())
                .hasValueSatisfying(file -> assertThat(file).hasSize(2_000_010));
        try (var folders = Files.list(shop.state().resolve("output"))) {
            assertThat(folders).hasSize(20);
        }
    }

    @Test
    @Tag("hook-runs#AC-12")
    void file_means_one_run_each_and_files_one_for_many() throws Exception {
        shop.hooks(
                """
                - {name: each, on: file-saved, command: "echo {file}"}
                - {name: all, on: file-saved, command: "echo $#; printf '%s\\n' {files} > /dev/null"}
                """);
        String[] many =
                IntStream.range(0, 3_000).mapToObj(i -> "x".repeat(60) + i).toArray(String[]::new);

        HookRuns few = shop.saved("a", "b");
        List<HookRun> packed =
                shop.engine()
                        .only("all")
                        .fire(HookEvent.of(EventKind.FILE_SAVED, new Subject.Files(List.of(many))))
                        .runs();

        assertThat(few.runs().stream().map(run -> run.hook() + " " + run.output().strip()))
                .containsExactly("each a", "each b", "all 2");
        assertThat(packed).hasSizeBetween(2, 4);
        assertThat(packed.stream().mapToInt(run -> Integer.parseInt(run.output().strip())).sum())
                .isEqualTo(3_000);
        assertThat(HookWorkshop.outcomes(shop.saved(many)))
                .anyMatch(line -> line.startsWith("each: failed was not run: it would be run for"));
    }

    @Test
    @Tag("hook-runs#AC-13")
    void a_task_is_a_process_of_its_own_but_in_a_session_words() throws Exception {
        shop.hooks(
                """
                - {name: outside, on: file-saved, task: "write a test for {file}"}
                - {name: inside, on: stop, task: "say what you did"}
                """);

        HookRuns outside = shop.saved("src/A b.java");
        HookRuns inside = shop.fire(EventKind.STOP, new Subject.Nothing());

        assertThat(outside.runs().getFirst().output())
                .isEqualTo("agent: write a test for src/A b.java depth 1\n");
        assertThat(HookWorkshop.outcomes(inside)).containsExactly("inside: asked");
        assertThat(inside.context()).isEqualTo("say what you did");
    }

    @Test
    @Tag("hook-runs#AC-14")
    void a_built_in_gets_its_settings_is_ended_in_time_and_its_fault_is_a_failure()
            throws Exception {
        shop.knowing(
                        built(
                                "tell",
                                request ->
                                        BuiltInOutcome.done(
                                                request.settings() + " " + request.event().files(),
                                                List.of())),
                        built("object", request -> BuiltInOutcome.objects("mend A")),
                        built(
                                "sleep",
                                request -> {
                                    Thread.sleep(Duration.ofMinutes(1));
                                    return BuiltInOutcome.done("", List.of());
                                }),
                        built(
                                "break",
                                request -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .hooks(
                        """
                        - {name: a, on: file-saved, files: "*.java", use: tell, with: {level: "3"}}
                        - {name: b, on: file-saved, use: object}
                        - {name: c, on: file-saved, use: sleep, timeout: 100ms}
                        - {name: d, on: file-saved, use: break}
                        - {name: e, on: file-saved, use: tel}
                        - {name: f, on: pre-commit, use: object}
                        """);

        HookRuns runs = shop.saved("A.java", "B.kt");

        assertThat(runs.runs().getFirst().output()).isEqualTo("{level=3} [A.java]");
        assertThat(HookWorkshop.outcomes(runs))
                .containsExactly(
                        "a: done",
                        "b: failed found something to mend",
                        "c: failed was ended, as it took longer than 100 ms",
                        "d: failed could not do its work",
                        "e: failed was not run: there is no built-in 'tel'; there are break, object, sleep, tell");
        assertThat(shop.committing("A.java").reasons()).isEqualTo("the hook 'f' says no: mend A");
    }

    @Test
    @Tag("hook-runs#AC-1")
    void the_tools_that_hooks_wait_for_are_known() {
        shop.hooks(
                """
                - {name: one, on: before-tool, tools: [read_file], command: 'true'}
                - {name: two, on: after-tool, tools: [search], command: 'true'}
                - {name: off, on: after-tool, tools: [git], enabled: false, command: 'true'}
                - {name: saved, on: file-saved, command: 'true'}
                """);

        assertThat(List.of("read_file", "search", "git", "list_directory"))
                .filteredOn(shop.engine()::concerns)
                .containsExactly("read_file", "search");
        shop.hooks("- {name: broken, on: nothing}");
        assertThat(shop.engine().concerns("git")).as("what is not known may be anything").isTrue();
    }

    private interface Doing {
        BuiltInOutcome run(BuiltInRequest request) throws InterruptedException, IOException;
    }

    private static BuiltIn built(String name, Doing doing) {
        return new BuiltIn() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public BuiltInOutcome run(BuiltInRequest request) throws InterruptedException {
                try {
                    return doing.run(request);
                } catch (IOException fault) {
                    return BuiltInOutcome.failed(String.valueOf(fault.getMessage()));
                }
            }
        };
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
