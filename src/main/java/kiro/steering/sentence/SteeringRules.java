package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.finding.Finding;
import kiro.finding.RuleId;
import kiro.steering.rule.SteeringRule;
import kiro.steering.sentence.Compilation.Compiled;
import kiro.text.Hash;
import kiro.text.Order;

/// Says of every sentence of a project's steering files what it is worth, and holds all rules against each other.
public final class SteeringRules {
    private static final Comparator<Judged> ORDER =
            Order.by(Judged::file)
                    .then(each -> each.span().line())
                    .then(each -> each.span().column());

    private final Ground ground;
    private final Soundness soundness;
    private final List<Judged> judged = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SteeringRules(Ground ground) {
        this.ground = ground;
        this.soundness = new Soundness(this.ground);
    }

    public static RuleSet of(List<SteeringSource> sources, Ground ground) {
        var rules = new SteeringRules(ground);
        sources.forEach(rules::add);
        rules.breakContradictions();
        rules.judged.sort(ORDER);
        return new RuleSet(rules.judged, rules.findings.stream().sorted(Finding.ORDER).toList());
    }

    private void add(SteeringSource source) {
        SteeringText text = SentenceReader.read(source.body(), source.linesAbove());
        List<RuleBlock> blocks =
                text.fences().stream().map(fence -> RuleBlockReader.read(source, fence)).toList();
        Map<Hash, RuleBlock> drafts = new HashMap<>();
        for (RuleBlock block : blocks) {
            block.draftedFrom().ifPresent(from -> drafts.putIfAbsent(from, block));
            findings.addAll(block.findings());
        }
        var compiler = new SentenceCompiler(source);
        Set<Hash> hashes = new HashSet<>();
        for (Sentence sentence : text.sentences()) {
            Hash hash = Hash.of(sentence.text());
            hashes.add(hash);
            if (!drafts.containsKey(hash)) {
                judge(source, sentence, compiler.compile(sentence));
            }
        }
        blocks.forEach(block -> judge(source, block, hashes));
    }

    private void judge(SteeringSource source, Sentence sentence, Compilation compilation) {
        RuleState state =
                switch (compilation) {
                    case Compiled compiled ->
                            sound(compiled.rules().stream().map(this::named).toList());
                    case Compilation.Guidance guidance -> new RuleState.Guidance(guidance.reason());
                };
        put(new Judged(source.file(), sentence.span(), sentence.text(), state));
    }

    private RuleState sound(List<SteeringRule> rules) {
        return rules.stream()
                .flatMap(rule -> soundness.fault(rule).stream())
                .<RuleState>map(broken -> broken)
                .findFirst()
                .orElseGet(() -> new RuleState.Enforced(rules));
    }

    /// Two sentences of a file that ask the same kind of thing have ids that differ.
    private SteeringRule named(SteeringRule rule) {
        String id = rule.id().value();
        int number = 2;
        while (!ids.add(number == 2 ? id : id + "-" + (number - 1))) {
            number++;
        }
        String free = number == 2 ? id : id + "-" + (number - 1);
        return new SteeringRule(
                new RuleId(free),
                rule.origin(),
                rule.demand(),
                rule.scope(),
                rule.instead(),
                rule.severity(),
                rule.examples());
    }

    private void judge(SteeringSource source, RuleBlock block, Set<Hash> hashes) {
        if (block.rule().isEmpty()) {
            put(
                    new Judged(
                            source.file(),
                            block.span(),
                            "a rule that cannot be read",
                            new RuleState.Broken(
                                    block.findings().isEmpty()
                                            ? "the block says nothing"
                                            : block.findings().getFirst().message(),
                                    "mend the block")));
            return;
        }
        SteeringRule rule = block.rule().get();
        put(
                new Judged(
                        source.file(),
                        block.span(),
                        rule.origin().sentence(),
                        state(rule, block, hashes)));
    }

    private RuleState state(SteeringRule rule, RuleBlock block, Set<Hash> hashes) {
        Optional<Hash> gone = block.draftedFrom().filter(from -> !hashes.contains(from));
        if (gone.isPresent()) {
            return new RuleState.Broken(
                    "the sentence that it was made of has been edited",
                    "look whether the rule still says the same, and write its hash: 'sentence:'");
        }
        if (!ids.add(rule.id().value())) {
            return new RuleState.Broken(
                    "another rule is called %s".formatted(rule.id()), "give it an id of its own");
        }
        RuleState state = sound(List.of(rule));
        return block.isProposed() && state instanceof RuleState.Enforced
                ? new RuleState.Proposed(rule)
                : state;
    }

    private void put(Judged one) {
        judged.add(one);
        if (one.state() instanceof RuleState.Broken broken) {
            boolean isTold =
                    findings.stream()
                            .anyMatch(finding ->
                                    finding.file().equals(one.file())
                                            && finding.message().equals(broken.reason()));
            if (!isTold) {
                findings.add(
                        Finding.error(
                                "steering/broken-rule",
                                one.file(),
                                one.span(),
                                broken.reason(),
                                broken.fix()));
            }
        }
    }

    /// Of two that contradict each other the nearer wins. Of one place, neither is checked: nobody could say which of them
    /// is meant.
    private void breakContradictions() {
        Set<RuleId> broken = new HashSet<>();
        for (Contradictions.Pair pair :
                Contradictions.among(new RuleSet(judged, List.of()).rules())) {
            if (Nearness.areOfOnePlace(pair.one(), pair.other())) {
                findings.addAll(pair.findings());
                broken.add(pair.one().id());
                broken.add(pair.other().id());
            } else if (Nearness.isAbove(pair.one(), pair.other())) {
                giveWay(pair.one(), pair.other());
            } else if (Nearness.isAbove(pair.other(), pair.one())) {
                giveWay(pair.other(), pair.one());
            }
        }
        judged.replaceAll(each ->
                rules(each).stream().map(SteeringRule::id).anyMatch(broken::contains)
                        ? with(
                                each,
                                new RuleState.Broken(
                                        "another sentence says the contrary",
                                        "take one of the two back, or say where each holds"))
                        : each);
    }

    /// The outer rule no longer holds where the inner one does.
    private void giveWay(SteeringRule outer, SteeringRule inner) {
        judged.replaceAll(each -> {
            List<SteeringRule> rules = rules(each);
            if (rules.stream().noneMatch(rule -> rule.id().equals(outer.id()))) {
                return each;
            }
            List<SteeringRule> left =
                    rules.stream()
                            .flatMap(rule ->
                                    rule.id().equals(outer.id())
                                            ? Nearness.without(rule, inner).stream()
                                            : Stream.of(rule))
                            .toList();
            return with(
                    each,
                    left.isEmpty()
                            ? new RuleState.Guidance("the project says otherwise")
                            : new RuleState.Enforced(left));
        });
    }

    private static List<SteeringRule> rules(Judged one) {
        return one.state() instanceof RuleState.Enforced enforced ? enforced.rules() : List.of();
    }

    private static Judged with(Judged one, RuleState state) {
        return new Judged(one.file(), one.span(), one.text(), state);
    }
}
