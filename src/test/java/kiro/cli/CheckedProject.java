package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.config.Config;
import kiro.spec.SpecStore;
import kiro.spec.rule.RuleBook;
import kiro.spec.rule.RuleLevels;
import kiro.spec.rule.SpecCheck;
import kiro.testing.TemporaryWorkspace;
import kiro.text.Hash;
import picocli.CommandLine;

/// A project in which every rule of the catalogue finds something, and whose results are kept.
final class CheckedProject {
    static final Hash BUILD = Hash.of("this build");
    private static final String HEAD =
            """
            # Door

            ## Overview

            A door for %d.

            ## Requirements

            - It opens.

            ## Acceptance Criteria

            """;
    private static final String FOLDER_REQUIREMENTS =
            """
            # Requirements Document

            ## Introduction

            A gate.

            ## Requirements

            ### Requirement 1

            **User Story:** As a guard, I want a gate, so that it closes.

            #### Acceptance Criteria

            1. WHEN a car comes THEN the gate SHALL open
            """;

    private final Path folder;
    private final Path cache;
    private final TemporaryWorkspace project;

    private CheckedProject(Path folder, Path root) {
        this.folder = folder;
        this.cache = folder.resolve("cache");
        this.project = TemporaryWorkspace.in(root);
    }

    static CheckedProject empty(Path folder) throws IOException {
        return new CheckedProject(folder, Files.createDirectories(folder.resolve("w")));
    }

    static CheckedProject in(Path folder) throws IOException {
        var made = empty(folder);
        made.fill();
        return made;
    }

    Path cache() {
        return cache;
    }

    Path root() {
        return project.root();
    }

    TemporaryWorkspace files() {
        return project;
    }

    private void fill() {
        int number = 0;
        for (RuleBook.Entry entry : RuleBook.read().entries()) {
            for (String example : List.of(entry.bad(), entry.good())) {
                example(number++, example);
            }
        }
        for (int i = number; i < 120; i++) {
            spec("plain-" + i, "- [ ] AC-1: GET /doors/%d returns 200\n".formatted(i));
        }
        project.with(".kiro/specs/gate/requirements.md", FOLDER_REQUIREMENTS)
                .with(".kiro/specs/gate/design.md", "# Design\n\n## Overview\n\nA motor.\n")
                .with(
                        ".kiro/specs/gate/tasks.md",
                        "# Plan\n\n- [ ] 1. Build it\n  - _Requirements: 1.1_\n");
        spec("orders", "- [ ] AC-1: POST /orders with a password and an email returns 201\n");
    }

    Path file() {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("project"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Validation anew() {
        return validation(KeptChecks.none(), RuleLevels.standard());
    }

    Validation validation() {
        return validation(kept(), RuleLevels.standard());
    }

    Validation validation(KeptChecks kept, RuleLevels levels) {
        return new ProjectValidation(new SpecCheck(levels), kept)
                .of(new SpecStore(project.workspace()));
    }

    KeptChecks kept() {
        return kept(BUILD, RuleLevels.standard());
    }

    KeptChecks kept(Hash build, RuleLevels levels) {
        return new CheckCache(cache, () -> Optional.of(build)).open(project.workspace(), levels);
    }

    Hash digestOfAll() {
        return Hash.of(
                String.join(
                        "",
                        new SpecStore(project.workspace())
                                .each(content -> content.digest().orElseThrow().hex())));
    }

    void spec(String name, String criteria) {
        project.with(
                ".kiro/specs/%s.md".formatted(name),
                HEAD.formatted(Math.abs(name.hashCode())) + criteria);
    }

    void change(String file, String from, String to) {
        String path = ".kiro/specs/" + file;
        String text = project.read(path);
        assertThat(text).contains(from);
        project.with(path, text.replace(from, to));
    }

    /// Files of an example get a name of their own, and refer to each other by it.
    void example(int number, String example) {
        if (!example.startsWith("--- file ")) {
            spec("example-" + number, example);
            return;
        }
        for (String file : example.split("(?m)^--- file ")) {
            int end = file.indexOf('\n');
            if (end > 0) {
                project.with(
                        ".kiro/specs/x" + number + "-" + file.substring(0, end),
                        file.substring(end + 1)
                                .replaceAll("(?m)^(depends: )\\[(\\w)", "$1[x" + number + "-$2"));
            }
        }
    }

    String run(String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        var console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream()),
                        new BufferedReader(Reader.nullReader()),
                        new Console.Screen(false, false, 100));
        var command =
                new SpecValidateCommand(
                        console,
                        new Workspaces(project.root(), folder),
                        workspace -> Config.read(Map.of(), folder, workspace.root()),
                        new CheckCache(cache, () -> Optional.of(BUILD)),
                        (_, _) -> new SpecModels.Opening.None("no model"),
                        "1");
        new CommandLine(command.description()).execute(arguments);
        console.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
