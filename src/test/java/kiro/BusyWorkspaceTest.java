package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.testing.Processes;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A second run beside a first, which is another process.
@Timeout(100)
class BusyWorkspaceTest {
    private static final Pattern TOLD =
            Pattern.compile(
                    "error: another run works on this workspace: session (\\S+) on spec demo \\(process (\\d+), since 20\\d\\d-.* UTC\\) \\[agent/busy\\]\n"
                            + " *next: wait until it has ended, look at it with 'kiro (session show \\S+)', or stop it with 'kill (\\d+)'");

    @TempDir private Path folder;

    @Test
    @Tag("workspace#AC-11")
    void what_the_second_is_told_looks_at_the_first_and_stops_it() throws Exception {
        TemporaryWorkspace workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(
                                ".kiro/specs/demo.md",
                                """
                                # Demo

                                ## Overview

                                A demo.

                                ## Requirements

                                - It greets.

                                ## Acceptance Criteria

                                - [ ] AC-1: It greets by name
                                """)
                        .with(
                                "script.jsonl",
                                ScriptLines.all(
                                        ScriptLines.plan("p1", "wait", "a.txt"),
                                        ScriptLines.call(
                                                "c1", "run_command", "{\"command\":\"sleep 70\"}"),
                                        ScriptLines.says("done")));
        String[] run = {
            "agent",
            "implement",
            "--spec",
            "demo",
            "--mode",
            "autonomous",
            "--model",
            "scripted/script.jsonl"
        };
        Process first = start(workspace.root(), run);
        BufferedReader said = first.inputReader();
        assertThat(said.lines().anyMatch(line -> line.contains("\"type\":\"tool-intended\"")))
                .isTrue();

        Kiro.Result second = Kiro.in(workspace.root()).run(run);

        assertThat(second.code()).isEqualTo(6);
        Matcher told = TOLD.matcher(second.err());
        assertThat(told.find()).as(second.err()).isTrue();
        Kiro.Result looked = Kiro.in(workspace.root()).run(told.group(3).split(" "));
        assertThat(looked.out()).contains("session " + told.group(1), "run sleep 70");
        assertThat(told.group(4)).isEqualTo(told.group(2)).isEqualTo("" + first.pid());
        assertThat(new ProcessBuilder("kill", told.group(4)).start().waitFor()).isZero();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isEqualTo(143);
        workspace.with("script.jsonl", ScriptLines.says("no plan"));
        assertThat(Kiro.in(workspace.root()).run(run).code()).isNotEqualTo(6);
    }

    private Process start(Path root, String... arguments) throws Exception {
        var argv =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "kiro.Main"));
        argv.addAll(java.util.List.of(arguments));
        argv.add("--json");
        var builder = new ProcessBuilder(argv).directory(root.toFile());
        builder.environment().put("CLASSPATH", Processes.classPath());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("KIRO_SANDBOX", "off");
        return builder.redirectErrorStream(true).start();
    }
}
