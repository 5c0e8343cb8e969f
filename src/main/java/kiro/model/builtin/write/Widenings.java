package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.ground.NewProperty;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.Route;

/// Gives the stored types of a project the properties that the endpoints of a spec need of them, type by type.
final class Widenings {
    private final EndpointReading reading;
    private final Map<Route, Groundwork.Laid> laid;
    private SpringProject project;

    /// @param laid what is made for each endpoint already
    Widenings(
            JavaReader reader,
            SpringProject project,
            EndpointReading reading,
            Map<Route, Groundwork.Laid> laid) {
        this.reading = reading;
        this.project = project;
        this.laid = new LinkedHashMap<>(laid);
        lacking().values().forEach(lacks -> widen(reader, lacks));
    }

    /// What one type lacks, for which endpoints.
    private record Lacks(
            Storage storage, Map<String, NewProperty> properties, List<Lacking> endpoints) {}

    private record Lacking(Route route, MissingProperties missing) {}

    SpringProject project() {
        return project;
    }

    Map<Route, Groundwork.Laid> laid() {
        return laid;
    }

    private Map<String, Lacks> lacking() {
        var all = new LinkedHashMap<String, Lacks>();
        for (EndpointSpec endpoint : reading.endpoints()) {
            Optional<Place> found = place(endpoint);
            if (found.isEmpty()) {
                continue;
            }
            Place place = found.get();
            var missing = new MissingProperties(project, place, wants(place.endpoint()));
            Lacks lacks =
                    all.computeIfAbsent(
                            place.resource().type().qualifiedName(),
                            _ ->
                                    new Lacks(
                                            place.storage(),
                                            new LinkedHashMap<>(),
                                            new ArrayList<>()));
            missing.properties().forEach(one -> lacks.properties().putIfAbsent(one.name(), one));
            lacks.endpoints().add(new Lacking(endpoint.route(), missing));
        }
        all.values().removeIf(one -> one.properties().isEmpty());
        return all;
    }

    private Optional<Place> place(EndpointSpec endpoint) {
        Groundwork.Laid own = laid.get(endpoint.route());
        if (own == null || !own.reasons().isEmpty()) {
            return Optional.empty();
        }
        return new Placer(project, own.controller()).place(own.told(endpoint))
                        instanceof Placing.Found found
                ? Optional.of(found.place()).filter(one -> one.existing().isEmpty())
                : Optional.empty();
    }

    private Wants wants(EndpointSpec endpoint) {
        return new Wants(
                endpoint,
                reading.outcomes().stream()
                        .filter(one -> one.route().equals(endpoint.route()))
                        .toList());
    }

    private void widen(JavaReader reader, Lacks lacks) {
        var widening =
                new Widening(
                        reader, project, lacks.storage(), List.copyOf(lacks.properties().values()));
        List<String> reasons = new ArrayList<>(widening.reasons());
        shown(lacks).ifPresent(reasons::add);
        Map<String, String> files = reasons.isEmpty() ? widening.files() : Map.of();
        for (Lacking one : lacks.endpoints()) {
            boolean isConcerned = reasons.isEmpty() || !one.missing().properties().isEmpty();
            if (isConcerned) {
                laid.computeIfPresent(
                        one.route(), (_, own) -> own.with(files, reasons, one.missing().sources()));
            }
        }
        project = project.with(reader, files);
    }

    /// That the type itself is what another endpoint answers with, where all others are to stay as they are.
    private Optional<String> shown(Lacks lacks) {
        String type = lacks.storage().resource().name();
        boolean staysSo =
                reading.endpoints().stream()
                        .flatMap(one -> one.behaviours().stream())
                        .anyMatch(Behaviour.KeepsExistingBehaviour.class::isInstance);
        return project.controllers().stream()
                .filter(_ -> staysSo)
                .flatMap(one -> one.mappings().stream())
                .filter(one -> one.method().returnType().matches("(.*\\W)?" + type + "(\\W.*)?"))
                .findFirst()
                .map(one ->
                        "%s itself is what %s answers with, which would change"
                                .formatted(type, one.route()));
    }
}
