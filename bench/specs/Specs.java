import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes N specs with the same content in three forms: `kiro/.kiro/specs` holds them as files and as folders, in turn,
/// `openspec/openspec/specs` as OpenSpec's.
///
///     java Specs.java FOLDER N
class Specs {
    private static final String[] THINGS = {
        "order", "invoice", "member", "session", "report", "export", "message", "address", "refund",
        "coupon"
    };
    private static final String[] DEEDS = {
        "creating",
        "changing",
        "deleting",
        "listing",
        "approving",
        "archiving",
        "importing",
        "sharing"
    };
    private static final String[] OUTCOMES = {
        "return 201 and the new %s within 200 ms",
        "return 404 when the %s does not exist",
        "return 409 when the %s was changed meanwhile",
        "write one audit entry that names the %s and the user",
        "send no mail about the %s before it is stored",
        "keep the %s for 30 days"
    };

    record Demand(String story, List<String> events, List<String> outcomes) {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        for (int i = 0; i < count; i++) {
            var random = new Random(i);
            String thing = THINGS[random.nextInt(THINGS.length)];
            String deed = DEEDS[random.nextInt(DEEDS.length)];
            String name = "%s-%s-%05d".formatted(deed, thing, i);
            String title =
                    "%s%s an %s (%d)"
                            .formatted(
                                    deed.substring(0, 1).toUpperCase(),
                                    deed.substring(1),
                                    thing,
                                    i);
            List<Demand> demands = demands(random, thing, deed);
            Path specs = root.resolve("kiro/.kiro/specs");
            if (i % 2 == 0) {
                write(specs.resolve(name + ".md"), file(title, thing, demands));
            } else {
                write(
                        specs.resolve(name + "/requirements.md"),
                        requirements(title, thing, demands));
                write(specs.resolve(name + "/design.md"), design(title, demands));
                write(specs.resolve(name + "/tasks.md"), tasks(demands));
                write(specs.resolve(name + "/.config.kiro"), "{\"specType\": \"feature\"}\n");
            }
            write(
                    root.resolve("openspec/openspec/specs/" + name + "/spec.md"),
                    openSpec(title, thing, demands));
        }
        write(root.resolve("openspec/openspec/project.md"), "# Project\n\nGenerated.\n");
        Files.createDirectories(root.resolve("openspec/openspec/changes/archive"));
    }

    private static List<Demand> demands(Random random, String thing, String deed) {
        var demands = new ArrayList<Demand>();
        for (int r = 0; r < 5; r++) {
            var events = new ArrayList<String>();
            var outcomes = new ArrayList<String>();
            for (int c = 0; c < 2; c++) {
                events.add(
                        "a user asks for %s the %s number %d".formatted(deed, thing, r * 10 + c));
                outcomes.add(
                        OUTCOMES[random.nextInt(OUTCOMES.length)].formatted(thing)
                                + " in case "
                                + (r * 10 + c));
            }
            demands.add(
                    new Demand(
                            "As a clerk, I want %s of the %s, so that part %d of the work is done"
                                    .formatted(deed, thing, r + 1),
                            events,
                            outcomes));
        }
        return demands;
    }

    private static String overview(String thing) {
        return ("Clerks work with each %s every day, and today they do so by hand, which takes time and goes wrong.\n"
                        + "This is what the service does for them, and what it does when something is missing.\n")
                .formatted(thing);
    }

    private static String file(String title, String thing, List<Demand> demands) {
        var text =
                new StringBuilder(
                        "# "
                                + title
                                + "\n\n## Overview\n\n"
                                + overview(thing)
                                + "\n## Requirements\n\n");
        demands.forEach(demand -> text.append("- ").append(demand.story()).append(".\n"));
        text.append("\n## Acceptance Criteria\n\n");
        int n = 1;
        for (Demand demand : demands) {
            for (int c = 0; c < demand.events().size(); c++) {
                text.append(
                        "- [ ] AC-%d: WHEN %s THE service SHALL %s\n"
                                .formatted(n++, demand.events().get(c), demand.outcomes().get(c)));
            }
        }
        return text.append(
                        "\n## Technical Approach\n\n- The rules stand in one class, the store in another.\n- Each answer is logged with its request's id.\n\n## Constraints\n\n- No new dependency.\n")
                .toString();
    }

    private static String requirements(String title, String thing, List<Demand> demands) {
        var text =
                new StringBuilder(
                        "# Requirements Document: "
                                + title
                                + "\n\n## Introduction\n\n"
                                + overview(thing)
                                + "\n## Requirements\n");
        for (int r = 0; r < demands.size(); r++) {
            text.append(
                    "\n### Requirement %d\n\n**User Story:** %s.\n\n#### Acceptance Criteria\n\n"
                            .formatted(r + 1, demands.get(r).story()));
            for (int c = 0; c < demands.get(r).events().size(); c++) {
                text.append(
                        "%d. WHEN %s THEN THE service SHALL %s\n"
                                .formatted(
                                        c + 1,
                                        demands.get(r).events().get(c),
                                        demands.get(r).outcomes().get(c)));
            }
        }
        return text.toString();
    }

    private static String design(String title, List<Demand> demands) {
        var text =
                new StringBuilder(
                        "# Design Document: "
                                + title
                                + "\n\n## Overview\n\nOne class holds the rules.\n\n## Correctness Properties\n");
        for (int r = 0; r < demands.size(); r++) {
            text.append(
                    "\n### Property %d: part %d\n\n*For any* user, part %d of the work is done once.\n\n**Validates: Requirements %d.1**\n"
                            .formatted(r + 1, r + 1, r + 1, r + 1));
        }
        return text.append("\n## Error Handling\n\nErrors are answered as problem details.\n")
                .toString();
    }

    private static String tasks(List<Demand> demands) {
        var text = new StringBuilder("# Implementation Plan\n");
        for (int r = 0; r < demands.size(); r++) {
            text.append("\n- [ ] %d. Part %d\n".formatted(r + 1, r + 1));
            for (int c = 0; c < demands.get(r).events().size(); c++) {
                text.append(
                        "  - [ ] %d.%d Write case %d and its test\n    - as the criterion says\n    - _Requirements: %d.%d_\n"
                                .formatted(r + 1, c + 1, c + 1, r + 1, c + 1));
            }
        }
        return text.toString();
    }

    private static String openSpec(String title, String thing, List<Demand> demands) {
        var text =
                new StringBuilder(
                        "# "
                                + title
                                + " Specification\n\n## Purpose\n\n"
                                + overview(thing)
                                + "\n## Requirements\n");
        for (int r = 0; r < demands.size(); r++) {
            text.append(
                    "\n### Requirement: Part %d\n\nThe service SHALL do part %d of the work. %s.\n"
                            .formatted(r + 1, r + 1, demands.get(r).story()));
            for (int c = 0; c < demands.get(r).events().size(); c++) {
                text.append(
                        "\n#### Scenario: Case %d\n\n- **WHEN** %s\n- **THEN** the service SHALL %s\n"
                                .formatted(
                                        c + 1,
                                        demands.get(r).events().get(c),
                                        demands.get(r).outcomes().get(c)));
            }
        }
        return text.toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
