package kiro.steering.infra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;
import kiro.text.SourceSpan;

/// Whether what holds data is encrypted at rest.
final class EncryptionRule {
    private final Facts facts;
    private final Surroundings around;

    EncryptionRule(Facts facts, Surroundings around) {
        this.facts = facts;
        this.around = around;
    }

    /// @param kinds of what holds data; all where there is none
    List<Fault> check(Template template, List<String> kinds) {
        return template.resources().stream()
                .flatMap(resource ->
                        facts.stores(resource.type()).stream()
                                .filter(store -> kinds.isEmpty() || kinds.contains(store.kind()))
                                .flatMap(store -> faults(resource, store)))
                .toList();
    }

    private Stream<Fault> faults(Resource resource, Facts.Store store) {
        Stream<Setting.Block> holding =
                store.blocks()
                        .map(path -> resource.settings().at(path).flatMap(Setting::blocks))
                        .orElseGet(() -> Stream.of(resource.settings()));
        return holding.filter(block ->
                        store.unless().stream().noneMatch(key -> block.find(key).isPresent()))
                .flatMap(block -> fault(resource, store, block).stream());
    }

    private Optional<Fault> fault(Resource resource, Facts.Store store, Setting.Block block) {
        List<Setting> said =
                block.at(store.setting()).map(value -> around.resolved(value, true)).toList();
        boolean isOpen =
                said.stream().anyMatch(Setting.Computed.class::isInstance) || isOpen(block, store);
        if (isOpen || isKept(store.wanted(), said)) {
            return Optional.empty();
        }
        return Optional.of(
                new Fault(
                        said.isEmpty() ? place(resource, store, block) : said.getFirst().span(),
                        "%s is not encrypted at rest".formatted(resource.label()),
                        "set %s%s".formatted(store.setting(), fix(store.wanted())),
                        resource.label() + " " + store.setting()));
    }

    /// Whether a part of the way to the setting is known only when it is deployed.
    private static boolean isOpen(Setting.Block block, Facts.Store store) {
        int dot = store.setting().indexOf('.');
        return dot > 0
                && block.all(store.setting().substring(0, dot))
                        .anyMatch(Setting.Computed.class::isInstance);
    }

    private static SourceSpan place(Resource resource, Facts.Store store, Setting.Block block) {
        return store.blocks().isPresent() ? block.span() : resource.span();
    }

    private static boolean isKept(String wanted, List<Setting> said) {
        List<String> words = said.stream().flatMap(value -> value.word().stream()).toList();
        return switch (wanted) {
            case "set" -> said.stream().anyMatch(value -> !(value instanceof Setting.Nothing));
            case "not false" -> words.stream().noneMatch("false"::equalsIgnoreCase);
            default -> words.stream().anyMatch(wanted::equalsIgnoreCase);
        };
    }

    private static String fix(String wanted) {
        return switch (wanted) {
            case "set" -> "";
            case "not false" -> " to true";
            default -> " to " + wanted;
        };
    }
}
