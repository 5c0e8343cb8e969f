package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.code.NativeCache;
import kiro.code.TreeSitter;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {
    @TempDir private Path folder;
    private MemoryHere here;
    private TemporaryWorkspace files;

    @BeforeEach
    void begin() throws Exception {
        here = MemoryHere.in(folder);
        files = here.files();
    }

    private List<Fact> learn() throws Exception {
        try (Stream<Path> all = Files.walk(here.root)) {
            List<WorkspacePath> known =
                    all.filter(Files::isRegularFile)
                            .map(here.workspace()::relativize)
                            .flatMap(java.util.Optional::stream)
                            .toList();
            var parser =
                    new TreeSitter(
                            new NativeCache(
                                    folder.resolve("native"),
                                    Path.of(System.getProperty("java.io.tmpdir"))),
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"));
            return new Learning(here.workspace(), parser, _ -> true, MemoryHere.DAY)
                    .learn(known)
                    .facts();
        }
    }

    private static List<String> texts(List<Fact> facts) {
        return facts.stream().map(fact -> fact.kind() + ": " + fact.text()).toList();
    }

    @Test
    @Tag("memory-learning#AC-1")
    void decisions_come_from_records_of_each_form_that_hold() throws Exception {
        files.with(
                        "docs/adr/0002-use-postgres.md",
                        "# 2. Use PostgreSQL\n\nDate: 2024-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n"
                                + "## Decision\n\nOrders are stored in PostgreSQL 16. It is known to the team.\n")
                .with(
                        "docs/decisions/0003-madr.md",
                        "---\nstatus: accepted\n---\n# Use Kafka for events\n\n## Decision Outcome\n\nChosen option: Kafka, because it is there.\n")
                .with(
                        "doc/adr/0004-old.md",
                        "# 4. Use Oracle\n\n## Status\n\nSuperseded by 2\n\n## Decision\n\nWe use Oracle everywhere.\n")
                .with(
                        "docs/adr/0005-draft.md",
                        "---\nstatus: proposed\n---\n# Use Rust\n\n## Decision\n\nAll is written in Rust.\n")
                .with(
                        "docs/adr/0006-list.md",
                        "# Ranges\n\n## Decision\n\nThe networks have these ranges:\n\n- 10.1.0.0/16 for tests\n- 10.2.0.0/16 for all\n\nMore.\n")
                .with(
                        "docs/adr/0007-empty.md",
                        "# Centralise\n\n## Decision\n\nWe discussed three options:\n\n- one of these\n- two of those\n")
                .with(
                        "docs/adr/0008-because.md",
                        "# Own tool\n\n## Decision Outcome\n\nChosen option: \"Write one\", because\n\n- it is small\n")
                .with("docs/adr/README.md", "# Records\n\n## Decision\n\nNot a decision at all.\n")
                .with(
                        "docs/decisions/0001-ours.md",
                        "# 0001: A plan is a file\n\n## Choice\nThe state is in `plan.md`, and\n`kiro` reads it.\n");

        List<Fact> facts = learn();

        assertThat(texts(facts))
                .containsExactlyInAnyOrder(
                        "decision: Use PostgreSQL: Orders are stored in PostgreSQL 16. It is known to the team.",
                        "decision: Ranges: The networks have these ranges: 10.1.0.0/16 for tests; 10.2.0.0/16 for all",
                        "decision: Own tool: Chosen option: \"Write one\"",
                        "decision: Use Kafka for events: Chosen option: Kafka, because it is there.",
                        "decision: A plan is a file: The state is in `plan.md`, and `kiro` reads it.");
        assertThat(facts)
                .extracting(fact -> fact.statement().source())
                .contains(new Source.OfFile("docs/adr/0002-use-postgres.md", 1));
    }

    @Test
    @Tag("memory-learning#AC-1")
    void decisions_come_from_the_technical_approach_of_a_spec_and_go_stale_with_it_alone()
            throws Exception {
        String spec =
                "# Refunds\n\n## Overview\nx\n\n## Technical Approach\n- Refunds go through `Ledger`.\n- TODO: choose a queue\n- Amounts are in cents.\n\n## Constraints\nNone.\n";
        files.with(".kiro/specs/refunds.md", spec)
                .with(
                        ".kiro/specs/login/design.md",
                        "# Login\n\n## Architecture\n\nSessions are kept in Redis for an hour.\n");

        List<Fact> facts = learn();

        assertThat(texts(facts))
                .containsExactlyInAnyOrder(
                        "decision: Refunds: Refunds go through `Ledger`.",
                        "decision: Refunds: Amounts are in cents.",
                        "decision: Login: Sessions are kept in Redis for an hour.");
        files.with(".kiro/specs/refunds.md", spec.replace("None.", "Many."));
        assertThat(facts).noneMatch(new Grounds(here.workspace())::isStale);
        files.with(".kiro/specs/refunds.md", spec.replace("cents", "euros"));
        assertThat(facts.stream().filter(new Grounds(here.workspace())::isStale)).hasSize(2);
    }

    @Test
    @Tag("memory-learning#AC-2")
    void a_rule_of_few_words_is_learned_with_the_signs_in_its_code() throws Exception {
        files.with(
                ".kiro/steering/team.md",
                "- No Lombok.\n- Guava is not allowed.\n- No `*` in actions of *any* policy.\n"
                        + "- Every source file starts with a license header.\n- The team likes tea.\n");

        assertThat(texts(learn()))
                .containsExactlyInAnyOrder(
                        "convention: No Lombok.",
                        "convention: Guava is not allowed.",
                        "convention: No `*` in actions of any policy.",
                        "convention: Every source file starts with a license header.");
    }

    @Test
    @Tag("memory-learning#AC-2")
    void conventions_come_from_steering_with_the_files_that_they_are_about() throws Exception {
        files.with(
                ".kiro/steering/api.md",
                "---\ninclusion: fileMatch\nfileMatchPattern: \"src/api/**\"\nowner: team\n---\n# API\n\n"
                        + "This text is about our API and its history.\n\n- Endpoints must answer in JSON.\n- Never return a stack trace.\n");
        files.with("README.md", "# Readme\n\nYou must always use tabs.\n");

        List<Fact> facts = learn();

        assertThat(texts(facts))
                .containsExactlyInAnyOrder(
                        "convention: Endpoints must answer in JSON.",
                        "convention: Never return a stack trace.");
        assertThat(facts)
                .allMatch(fact -> fact.statement().scope().paths().equals(List.of("src/api/**")));
    }

    @Test
    @Tag("memory-learning#AC-5")
    void what_wants_something_of_an_agent_is_never_learned_wherever_it_stands() throws Exception {
        List<String> corpus =
                Files.readAllLines(Path.of("src/test/resources/kiro/memory/instructions.txt"))
                        .stream()
                        .filter(line -> !line.startsWith("# "))
                        .toList();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(30);
        for (int i = 0; i < corpus.size(); i++) {
            files.with(
                            "docs/adr/%04d-a.md".formatted(i + 1),
                            "# Use things\n\n## Decision\n\n" + corpus.get(i) + "\n")
                    .with(
                            ".kiro/specs/s%d.md".formatted(i),
                            "# Spec\n\n## Technical Approach\n- %s\n- %s\n"
                                    .formatted(corpus.get(i), corpus.get(i)))
                    .with(
                            ".kiro/steering/s%d.md".formatted(i),
                            "# Rules\n\n- " + corpus.get(i) + "\n")
                    .with("notes/n%d.md".formatted(i), corpus.get(i) + "\n")
                    .with(
                            "src/A%d.java".formatted(i),
                            "// " + corpus.get(i) + "\nclass A" + i + " {}\n");
        }

        assertThat(texts(learn())).isEmpty();
    }

    @Test
    @Tag("memory-learning#AC-3")
    void patterns_are_what_the_code_does_nearly_everywhere_counted_with_examples()
            throws Exception {
        for (int i = 0; i < 4; i++) {
            files.with(
                    "src/main/java/a/A%d.java".formatted(i),
                    "package a;\nimport org.slf4j.Logger;\nclass A%d {\n  void go() { throw new OrderException(\"x\"); }\n  void more() { throw new OrderException(\"y\"); }\n}\n"
                            .formatted(i));
            files.with(
                    "src/test/java/a/A%dTest.java".formatted(i),
                    "package a;\nimport org.junit.jupiter.api.Test;\nimport static org.assertj.core.api.Assertions.assertThat;\nclass A%dTest {\n  @Test\n  void it_works() {}\n  @Test void it_fails_well() {}\n}\n"
                            .formatted(i));
            files.with(
                    "app/m%d.py".formatted(i), "import logging\nfrom sqlalchemy import select\n");
            files.with(
                    "web/r%d.ts".formatted(i),
                    "import express from 'express';\nimport pino from \"pino\";\n");
            files.with(
                    "svc/s%d.go".formatted(i),
                    "package svc\n\nimport (\n\t\"log/slog\"\n\t\"fmt\"\n)\n\nfunc F() error {\n\treturn fmt.Errorf(\"x: %w\", nil)\n}\n");
            files.with("rs/src/r%d.rs".formatted(i), "use tracing::info;\nuse anyhow::Result;\n");
        }
        files.with(
                        "src/main/java/a/OrderException.java",
                        "package a;\nclass OrderException extends RuntimeException { OrderException(String s) { super(s); } }\n")
                .with(
                        "src/main/java/a/Odd.java",
                        "package a;\nimport java.util.logging.Logger;\nclass Odd {}\n");

        List<Fact> facts = learn();

        assertThat(texts(facts))
                .contains(
                        "pattern: Java code logs with SLF4J (4 of 5 files that log)",
                        "pattern: Java code is tested with JUnit Jupiter (4 of 4 files with tests)",
                        "pattern: Java code asserts in tests with AssertJ (4 of 4 files that assert)",
                        "pattern: Java code throws errors of its own, mostly OrderException (8 of 8 throws)",
                        "pattern: Java tests have names in snake_case, as it_works (8 of 8)",
                        "pattern: Python code logs with the logging module (4 of 4 files that log)",
                        "pattern: Python code reads and writes data with SQLAlchemy (4 of 4 files that do so)",
                        "pattern: TypeScript and JavaScript code speaks HTTP with Express (4 of 4 files that do so)",
                        "pattern: TypeScript and JavaScript code logs with pino (4 of 4 files that log)",
                        "pattern: Go code logs with log/slog (4 of 4 files that log)",
                        "pattern: Go code makes errors with fmt.Errorf (4 of 4 files that make errors so)",
                        "pattern: Rust code logs with tracing (4 of 4 files that log)",
                        "pattern: Rust code makes errors with anyhow (4 of 4 files that make errors so)");
        Fact logging =
                facts.stream()
                        .filter(fact -> fact.text().contains("SLF4J"))
                        .findFirst()
                        .orElseThrow();
        assertThat(logging.statement().weight().confidence()).isEqualTo(0.8);
        assertThat(logging.statement().rests()).hasSize(3);
        assertThat(new Grounds(here.workspace()).isStale(logging)).isFalse();
    }

    @Test
    @Tag("memory-learning#AC-3")
    void what_the_code_does_in_two_ways_or_seldom_is_no_pattern() throws Exception {
        for (int i = 0; i < 3; i++) {
            files.with("app/a%d.py".formatted(i), "import logging\n")
                    .with("app/b%d.py".formatted(i), "import structlog\n");
        }
        files.with("web/a.ts", "import winston from 'winston';\n");

        assertThat(texts(learn())).isEmpty();
    }

    @Test
    @Tag("memory-learning#AC-4")
    void integrations_come_from_clients_configuration_and_hosts_without_their_secrets()
            throws Exception {
        files.with("app/q.py", "import pika\nURL = 'amqp://user:s3cretpw1@mq.example.com/'\n")
                .with(
                        "src/main/resources/application.yml",
                        "spring:\n  datasource:\n    url: jdbc:postgresql://db/app\n    # redis://old\n")
                .with(
                        "src/main/java/a/Pay.java",
                        "package a;\nclass Pay {\n  String at = \"https://api.payments.io/v1\";\n  String ns = \"http://www.w3.org/2001\";\n}\n")
                .with(
                        "src/test/java/a/PayTest.java",
                        "import com.mongodb.Client;\nclass PayTest {}\n");

        assertThat(texts(learn()))
                .containsExactlyInAnyOrder(
                        "integration: The project speaks to RabbitMQ in app/q.py",
                        "integration: The project speaks to PostgreSQL in src/main/resources/application.yml",
                        "integration: The code names the host api.payments.io in src/main/java/a/Pay.java");
    }

    @Test
    @Tag("memory-learning#AC-6")
    void learning_again_keeps_what_a_person_said_pinned_and_forgot_and_drops_what_is_gone()
            throws Exception {
        files.with("docs/adr/1.md", "# Use A\n\n## Decision\n\nA is used for all.\n")
                .with("docs/adr/2.md", "# Use B\n\n## Decision\n\nB is used for all.\n")
                .with("docs/adr/3.md", "# Use C\n\n## Decision\n\nC is used for all.\n")
                .with("docs/adr/4.md", "# Use D\n\n## Decision\n\nD is used for all.\n");
        Facts first = refreshed(Facts.NONE);
        assertThat(first.facts()).hasSize(4);
        Facts known =
                first.corrected(
                                id(first, "Use A"),
                                "A is used for most",
                                new Source.OfPerson("Ada"),
                                MemoryHere.DAY)
                        .pinned(id(first, "Use B"), true)
                        .forget(id(first, "Use C"), MemoryHere.DAY)
                        .with(MemoryHere.convention("my own"));

        assertThat(refreshed(known)).isEqualTo(known);

        files.with("docs/adr/2.md", "# Use B\n\n## Decision\n\nB is used for some.\n");
        Files.delete(here.root.resolve("docs/adr/4.md"));
        Facts later = refreshed(known);
        assertThat(later.facts())
                .extracting(Fact::text)
                .containsExactlyInAnyOrder(
                        "A is used for most", "Use B: B is used for some.", "my own");
        assertThat(later.facts())
                .filteredOn(fact -> fact.text().startsWith("Use B"))
                .allMatch(fact -> fact.statement().weight().isPinned());
    }

    private Facts refreshed(Facts known) throws Exception {
        return new Refreshing(learn(), List.of()).onto(known).after();
    }

    private static FactId id(Facts facts, String begin) {
        return facts.facts().stream()
                .filter(fact -> fact.text().startsWith(begin))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
