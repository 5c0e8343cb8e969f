package kiro.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;

/// A project with the specs `cart` (AC-1, AC-2, AC-10) and `orders` (AC-1, ORD-7, 1.2).
final class Shop {
    private final TemporaryWorkspace files;

    private Shop(TemporaryWorkspace files) {
        this.files = files;
    }

    static Shop in(Path folder) {
        return new Shop(
                TemporaryWorkspace.in(folder)
                        .with(".kiro/specs/cart.md", spec("Cart", "AC-1", "AC-2", "AC-10"))
                        .with(
                                ".kiro/specs/orders.md",
                                spec("Orders", "AC-1", "ORD-7")
                                        + "\n### Requirement 1\n\n#### Acceptance Criteria\n\n"
                                        + "1. WHEN an order is empty THEN the shop SHALL refuse it\n"
                                        + "2. WHEN an order is paid THEN the shop SHALL ship it\n"));
    }

    static String spec(String title, String... ids) {
        var text =
                new StringBuilder(
                        "# "
                                + title
                                + "\n\n## Overview\n\nWhat it is for.\n\n"
                                + "## Requirements\n\n- It works.\n\n## Acceptance Criteria\n\n");
        for (String id : ids) {
            text.append("- [ ] ")
                    .append(id)
                    .append(": the answer of ")
                    .append(id)
                    .append(" is 200\n");
        }
        return text.toString();
    }

    Shop with(String path, String text) {
        files.with(path, text);
        return this;
    }

    TemporaryWorkspace files() {
        return files;
    }

    Spec spec(String name) {
        return switch (new SpecStore(files.workspace()).find(name)) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    List<Spec> specs() {
        return new SpecStore(files.workspace())
                .all().stream()
                        .flatMap(reading ->
                                switch (reading) {
                                    case SpecReading.Whole whole -> Stream.of(whole.spec());
                                    case SpecReading.Broken broken ->
                                            throw new AssertionError(broken.findings());
                                })
                        .toList();
    }

    List<WorkspacePath> paths() {
        try (Stream<Path> all = Files.walk(files.root())) {
            return all.filter(Files::isRegularFile)
                    .flatMap(file -> files.workspace().relativize(file).stream())
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    List<SourceTest> tests() {
        return new TestScan(files.workspace()).tests(paths());
    }

    TestLinks links() {
        return TestLinks.of(tests(), new CriterionIndex(specs()));
    }

    /// Each link as `cart#AC-1 <- shop.CartTest.adds`, sorted.
    List<String> told() {
        return links().known().values().stream()
                .flatMap(List::stream)
                .map(linked -> linked.link().criterion() + " <- " + linked.link().test())
                .sorted()
                .toList();
    }
}
