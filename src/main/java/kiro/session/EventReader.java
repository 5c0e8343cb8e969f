package kiro.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.evidence.VerdictState;
import kiro.evidence.Weakening;
import kiro.model.ModelJson;
import kiro.model.Money;
import kiro.plan.Plan;
import kiro.plan.PlanReader;
import kiro.plan.PlanReading;
import kiro.plan.StepStatus;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.SpecName;
import kiro.text.Hash;
import kiro.text.Json;
import kiro.workspace.WorkspacePath;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the log of a session back. A record that is torn or changed is left out and named; a record
/// of a type that is not known is kept as it is.
public final class EventReader {
    /// Reads a whole log.
    public LogReading read(Path file) throws IOException {
        var records = new ArrayList<Recorded>();
        var damage = new ArrayList<String>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            Optional<Recorded> recorded = decode(lines[i]);
            if (recorded.isPresent()) {
                records.add(recorded.get());
            } else {
                damage.add(
                        i == lines.length - 1
                                ? ("line %d"
                                                + LogReading.CUT_OFF
                                                + ": the run was ended while it wrote it")
                                        .formatted(i + 1)
                                : "line " + (i + 1) + " is no whole record");
            }
        }
        damage.addAll(gaps(records));
        return new LogReading(records, damage);
    }

    /// Records that are not there, though later ones are, and whose lines are not there either.
    private static List<String> gaps(List<Recorded> records) {
        var gaps = new ArrayList<String>();
        long expected = 1;
        for (Recorded record : records) {
            if (record.sequence() > expected) {
                gaps.add(
                        record.sequence() == expected + 1
                                ? "record %d is missing".formatted(expected)
                                : "records %d to %d are missing"
                                        .formatted(expected, record.sequence() - 1));
            } else if (record.sequence() < expected) {
                gaps.add("record %d comes late or twice".formatted(record.sequence()));
            }
            expected = Math.max(expected, record.sequence()) + 1;
        }
        return gaps;
    }

    Optional<Recorded> decode(String line) {
        int checksumAt = line.lastIndexOf(EventCodec.CHECKSUM);
        if (checksumAt < 0
                || !line.substring(checksumAt)
                        .equals(
                                EventCodec.CHECKSUM
                                        + EventCodec.checksum(line.substring(0, checksumAt))
                                        + "\"}")) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.read(line);
            return Optional.of(
                    new Recorded(
                            json.path("seq").asLong(),
                            Instant.parse(text(json, "at")),
                            event(json, line)));
        } catch (JacksonException | java.time.DateTimeException broken) {
            return Optional.empty();
        }
    }

    private static Event event(JsonNode json, String line) {
        String type = text(json, "type");
        try {
            return event(type, json, line);
        } catch (IllegalArgumentException ofAnotherVersion) {
            return new Event.Unknown(type, line);
        }
    }

    private static Event event(String type, JsonNode json, String line) {
        return switch (type) {
            case "run-started",
                    "run-resumed",
                    "agent-chosen",
                    "workspace-seen",
                    "warned",
                    "run-ended" ->
                    run(type, json);
            case "child-started", "child-did", "child-ended" -> child(type, json);
            case PersonJson.SAID -> PersonJson.said(json);
            case PersonJson.STOPPED -> new Event.TurnStopped();
            case "plan-proposed", "plan-approved", "plan-rejected", "estimated" -> plan(type, json);
            case "step-started", "step-finished" -> step(type, json);
            case "told",
                    RecallJson.TYPE,
                    "context-laid",
                    "compacted",
                    "model-asked",
                    "model-answered",
                    "model-failed" ->
                    ModelEventJson.read(type, json);
            case "tool-intended", "files-changed", "left-undone", "tool-stopped", "tool-finished" ->
                    tool(type, json);
            case "approval-asked", "approval-given" -> approval(type, json);
            case "tests-ran", "tests-not-measured", "tests-stood", "tests-weakened" ->
                    tests(type, json);
            case "criteria-judged", "done-refused", "criteria-ticked" -> criteria(type, json);
            default -> new Event.Unknown(type, line);
        };
    }

    private static Event run(String type, JsonNode json) {
        return switch (type) {
            case "run-started" ->
                    new Event.RunStarted(
                            new SessionId(text(json, "session")),
                            text(json, "version"),
                            text(json, "task"),
                            optional(json, "spec").map(SpecName::new),
                            text(json, "mode"),
                            text(json, "model"),
                            json.path("goal").asString(Event.WHOLE));
            case "run-resumed" ->
                    new Event.RunResumed(
                            text(json, "version"), text(json, "mode"), text(json, "model"));
            case "agent-chosen" -> new Event.AgentChosen(text(json, "name"), text(json, "file"));
            case "workspace-seen" ->
                    new Event.WorkspaceSeen(all(json, "lines", JsonNode::asString));
            case "warned" -> new Event.Warned(text(json, "text"));
            default ->
                    new Event.RunEnded(
                            text(json, "end"),
                            text(json, "reason"),
                            ModelJson.usage(json),
                            optional(json, "cost").flatMap(Money::parse));
        };
    }

    /// What a child did is known where its own event is; else the whole of it is of another version.
    private static Event child(String type, JsonNode json) {
        String child = text(json, "child");
        return switch (type) {
            case "child-started" ->
                    new Event.ChildStarted(
                            child, text(json, "call"), text(json, "agent"), text(json, "task"));
            case "child-did" -> {
                Event event = event(json.path("event"), "");
                if (event instanceof Event.Unknown || event instanceof Event.OfChild) {
                    throw new IllegalArgumentException("what a child did is not known");
                }
                yield new Event.ChildDid(child, event);
            }
            default -> new Event.ChildEnded(child, text(json, "end"), text(json, "reason"));
        };
    }

    private static Event plan(String type, JsonNode json) {
        return switch (type) {
            case "plan-proposed" ->
                    new Event.PlanProposed(wholePlan(json), WorkspacePath.of(text(json, "file")));
            case "plan-approved" ->
                    new Event.PlanApproved(wholePlan(json), json.path("edited").asBoolean());
            case "estimated" ->
                    new Event.Estimated(
                            expected(json.path("least")),
                            expected(json.path("most")),
                            all(json, "limits", limit -> limit.asString("")));
            default -> new Event.PlanRejected(text(json, "reason"));
        };
    }

    private static Event.Expected expected(JsonNode json) {
        return new Event.Expected(
                json.path("requests").asInt(),
                json.path("tokens").asLong(),
                optional(json, "cost").flatMap(Money::parse));
    }

    private static Plan wholePlan(JsonNode json) {
        return switch (PlanReader.read("plan", text(json, "plan"))) {
            case PlanReading.Whole whole -> whole.plan();
            case PlanReading.Broken broken ->
                    throw new IllegalArgumentException(broken.findings().toString());
        };
    }

    private static Event step(String type, JsonNode json) {
        int number = json.path("step").asInt();
        return type.equals("step-started")
                ? new Event.StepStarted(number, text(json, "action"))
                : new Event.StepFinished(
                        number, StepStatus.valueOf(text(json, "status")), text(json, "summary"));
    }

    private static Event tool(String type, JsonNode json) {
        String call = text(json, "call");
        return switch (type) {
            case "tool-intended" ->
                    new Event.ToolIntended(
                            call,
                            text(json, "tool"),
                            text(json, "summary"),
                            all(json, "files", EventReader::mark),
                            json.path("look").asBoolean(false));
            case "left-undone" -> new Event.LeftUndone(all(json, "open", EventReader::left));
            case "files-changed" ->
                    new Event.FilesChanged(call, all(json, "files", EventReader::mark));
            case "tool-stopped" -> new Event.ToolStopped(call, text(json, "text"));
            default ->
                    new Event.ToolFinished(
                            call, json.path("error").asBoolean(), text(json, "text"));
        };
    }

    private static Event.Left left(JsonNode json) {
        return new Event.Left(
                text(json, "key"),
                text(json, "subject"),
                text(json, "reason"),
                text(json, "cause"));
    }

    private static Event.FileMark mark(JsonNode json) {
        return new Event.FileMark(
                WorkspacePath.of(text(json, "path")),
                optional(json, "before").map(Hash::new),
                optional(json, "after").map(Hash::new));
    }

    private static Event approval(String type, JsonNode json) {
        String subject = text(json, "subject");
        String reason = text(json, "reason");
        return type.equals("approval-asked")
                ? new Event.ApprovalAsked(subject, reason)
                : new Event.ApprovalGiven(subject, json.path("allowed").asBoolean(), reason);
    }

    private static Event tests(String type, JsonNode json) {
        String command = text(json, "command");
        return switch (type) {
            case "tests-ran" ->
                    new Event.TestsRan(
                            command,
                            json.path("passed").asInt(),
                            json.path("failed").asInt(),
                            json.path("skipped").asInt(),
                            Duration.ofMillis(json.path("tookMs").asLong()));
            case "tests-stood" ->
                    new Event.TestsStood(
                            text(json, "state"),
                            command,
                            text(json, "reason"),
                            all(json, "failing", EventReader::test));
            case "tests-weakened" ->
                    new Event.TestsWeakened(all(json, "tests", EventReader::weakening));
            default -> new Event.TestsNotMeasured(command, text(json, "reason"));
        };
    }

    private static Weakening weakening(JsonNode json) {
        return new Weakening(
                WorkspacePath.of(text(json, "file")),
                text(json, "test"),
                Weakening.Kind.valueOf(text(json, "kind")),
                text(json, "detail"));
    }

    private static TestId test(JsonNode json) {
        return new TestId(text(json, "suite"), text(json, "name"));
    }

    private static Event criteria(String type, JsonNode json) {
        return switch (type) {
            case "criteria-judged" ->
                    new Event.CriteriaJudged(all(json, "verdicts", EventReader::verdict));
            case "done-refused" ->
                    new Event.DoneRefused(
                            json.path("round").asInt(),
                            ids(json, "missing"),
                            all(json, "reasons", JsonNode::asString));
            default ->
                    new Event.CriteriaTicked(
                            new SpecName(text(json, "spec")),
                            ids(json, "ticked"),
                            ids(json, "unticked"));
        };
    }

    private static Verdict verdict(JsonNode json) {
        String name = text(json, "criterion");
        CriterionRef criterion =
                CriterionRef.parse(name)
                        .orElseThrow(() -> new IllegalArgumentException("no criterion: " + name));
        return new Verdict(
                criterion,
                VerdictState.valueOf(text(json, "state")),
                text(json, "reason"),
                all(json, "tests", EventReader::test));
    }

    private static List<CriterionId> ids(JsonNode json, String name) {
        return all(json, name, id -> new CriterionId(id.asString()));
    }

    private static <T> List<T> all(JsonNode json, String name, Function<JsonNode, T> read) {
        var items = new ArrayList<T>();
        json.path(name).values().forEach(item -> items.add(read.apply(item)));
        return items;
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.has(name) ? Optional.of(text(json, name)) : Optional.empty();
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
