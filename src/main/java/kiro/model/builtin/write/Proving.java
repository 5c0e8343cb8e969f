package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import kiro.model.builtin.project.ProjectType;
import kiro.spec.CriterionId;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.spec.rest.CriterionOutcome;
import kiro.spec.rest.RateLimit;

/// Writes the tests for the criteria of a spec that have none. A criterion gets tests for all that it
/// says, or none: a test of half of it would prove what is not so.
final class Proving {
    private final Workshop workshop;
    private final Spec spec;
    private final List<Unplaced> unplaced;
    private final List<String> already;
    private final Set<CriterionId> proven = new LinkedHashSet<>();
    private final SequencedMap<String, Set<CriterionId>> untested = new LinkedHashMap<>();

    Proving(Workshop workshop, Spec spec, List<Unplaced> unplaced, List<String> already) {
        this.workshop = workshop;
        this.spec = spec;
        this.unplaced = unplaced;
        this.already = already;
    }

    /// The criteria that have a test now.
    Set<CriterionId> proven() {
        return Set.copyOf(proven);
    }

    /// What goes beyond the sentences of criteria that have a test now, and is not tested, with the reasons.
    List<String> untested() {
        return untested.entrySet().stream()
                .map(one ->
                        "%s: not tested beside what the sentence says: %s"
                                .formatted(
                                        one.getValue().stream()
                                                .map(CriterionId::value)
                                                .collect(Collectors.joining(", ")),
                                        one.getKey()))
                .toList();
    }

    /// What tests know of the endpoint of an outcome; empty where it has no place.
    interface Scenes {
        Optional<Scene> of(CriterionOutcome outcome, TestCode code);
    }

    void write(Map<CriterionId, List<CriterionOutcome>> outcomes, Scenes scenes) {
        var writer = new TestWriter(workshop);
        var code = new TestCode(workshop.project());
        var proofs = new ArrayList<TestWriter.Proof>();
        Optional<ProjectType> neighbour = Optional.empty();
        for (var entry : outcomes.entrySet()) {
            CriterionId id = entry.getKey();
            if (isNamed(id)) {
                continue;
            }
            if (hasTest(id)) {
                already.add(id + " has a test");
                continue;
            }
            if (!writer.isPossible()) {
                leave(
                        id,
                        "the project has no test dependency for whole requests (spring-boot-starter-webmvc-test)");
                continue;
            }
            Optional<Scene> scene = scenes.of(entry.getValue().getFirst(), code);
            List<TestWriter.Proof> found = proofs(id, entry.getValue(), code, scenes);
            proofs.addAll(found);
            if (!found.isEmpty()) {
                proven.add(id);
                neighbour =
                        neighbour.or(() ->
                                scene.map(one -> new TestHome(workshop.project()).of(one.place())));
            }
        }
        if (neighbour.isPresent()) {
            TestTidy.tidy(code, proofs);
            writer.write(spec.name(), neighbour.get(), code, code.talk(), proofs);
        }
    }

    private boolean isNamed(CriterionId id) {
        return unplaced.stream().anyMatch(one -> one.criterion().equals(Optional.of(id)));
    }

    private boolean hasTest(CriterionId id) {
        String name = new CriterionRef(spec.name(), id).toString();
        return workshop.project().sources().tests().stream()
                .anyMatch(file -> file.text().matches("(?s).*\\Q" + name + "\\E(?![\\w-]).*"));
    }

    private List<TestWriter.Proof> proofs(
            CriterionId id, List<CriterionOutcome> outcomes, TestCode code, Scenes scenes) {
        var proofs = new ArrayList<TestWriter.Proof>();
        var left = new LinkedHashSet<String>();
        for (CriterionOutcome outcome : outcomes) {
            Optional<Scene> scene = scenes.of(outcome, code);
            if (scene.isEmpty()) {
                leave(
                        id,
                        outcome.route()
                                + " is not an endpoint that this spec defines and that has a place");
                return List.of();
            }
            Optional<String> obstacle = obstacle(scene.get(), outcome);
            if (obstacle.isPresent()) {
                leave(id, obstacle.get());
                return List.of();
            }
            if (isHidden(outcome)) {
                leave(id, PortTests.REASON);
                return List.of();
            }
            moveClock(scene.get());
            switch (new CaseWriter(scene.get(), new PathLimits(workshop)).write(outcome)) {
                case CaseWriting.Missing missing -> {
                    leave(id, missing.reason());
                    return List.of();
                }
                case CaseWriting.Written written -> {
                    var criterion = new CriterionRef(spec.name(), id);
                    left.addAll(written.untested());
                    written.cases()
                            .forEach(one -> proofs.add(new TestWriter.Proof(criterion, one)));
                }
            }
        }
        left.forEach(one -> untested.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(id));
        return proofs;
    }

    private Optional<String> obstacle(Scene scene, CriterionOutcome outcome) {
        if (PathLimits.isAbout(scene.wants().endpoint(), outcome.condition())) {
            return Optional.empty();
        }
        var invalid = new InvalidFields(workshop);
        return invalid.obstacle(outcome, byHand(scene)).or(() -> invalid.crossing(scene, outcome));
    }

    /// Whether what a client gets would not be seen by the test.
    private boolean isHidden(CriterionOutcome outcome) {
        return !PortTests.isOverPort(workshop.project().tests())
                && new SentErrors(workshop).mayDiffer(outcome);
    }

    private boolean byHand(Scene scene) {
        return scene.place().existing().isEmpty()
                && ByHand.isNeeded(workshop.project(), scene.wants());
    }

    /// Where requests are counted, tests need a clock to move.
    private void moveClock(Scene scene) {
        Optional<RateLimit> limit = scene.wants().endpoint().rateLimit();
        boolean isKept =
                limit.isPresent()
                        && new LimitWriter(workshop)
                                .obstacle(scene.place(), scene.wants())
                                .isEmpty();
        if (isKept && !scene.code().beans.containsKey("clock")) {
            new ClockWriter(workshop)
                    .clock(scene.code(), limit.get().window(), scene.place().controller().type());
        }
    }

    private void leave(CriterionId id, String reason) {
        spec.criterion(id)
                .ifPresent(criterion ->
                        unplaced.add(new Unplaced(criterion.text(), Optional.of(id), reason)));
    }
}
