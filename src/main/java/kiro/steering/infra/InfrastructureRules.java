package kiro.steering.infra;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.steering.check.InfrastructureCheck;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.source.ProjectFiles;

/// Holds files of infrastructure against what rules ask of resources: CloudFormation in YAML and JSON, synthesized stacks,
/// Terraform and its JSON, and policies of IAM alone.
///
/// What is known only when it is deployed is nobody's fault.
public final class InfrastructureRules implements InfrastructureCheck {
    private Optional<Facts> facts = Optional.empty();

    /// Several rules ask one file after the other.
    private Optional<Last> last = Optional.empty();

    @SuppressWarnings("ArrayRecordComponent")
    private record Last(String path, byte[] bytes, Template.Reading reading) {}

    @Override
    public Outcome check(ProjectFiles project, String path, byte[] bytes, ResourceDemand demand) {
        return switch (reading(path, bytes)) {
            case Template.Reading.Other _ -> new Outcome(List.of(), Optional.empty());
            case Template.Reading.Broken broken ->
                    new Outcome(
                            List.of(),
                            Optional.of(
                                    "what it says of infrastructure cannot be read: line %d: %s"
                                            .formatted(broken.span().line(), broken.problem())));
            case Template.Reading.Whole(Template template) ->
                    new Outcome(
                            faults(
                                    template,
                                    new Surroundings(project, path, template.root()),
                                    demand),
                            Optional.empty());
        };
    }

    private synchronized Template.Reading reading(String path, byte[] bytes) {
        boolean isKnown =
                last.filter(known -> known.path().equals(path))
                        .filter(known -> Arrays.equals(known.bytes(), bytes))
                        .isPresent();
        if (!isKnown) {
            last = Optional.of(new Last(path, bytes, TemplateReader.read(path, bytes)));
        }
        return last.get().reading();
    }

    /// Read when the first file asks for it: most projects have none.
    private synchronized Facts facts() {
        facts = facts.or(() -> Optional.of(Facts.read()));
        return facts.get();
    }

    private List<Fault> faults(Template template, Surroundings around, ResourceDemand demand) {
        return switch (demand) {
            case ResourceDemand.Tagged tagged ->
                    new TagRule(facts(), around).check(template, tagged.keys());
            case ResourceDemand.Encrypted encrypted ->
                    new EncryptionRule(facts(), around).check(template, encrypted.kinds());
            case ResourceDemand.Regions regions ->
                    new RegionRule(around).check(template, regions.allowed());
            case ResourceDemand.Services services ->
                    new ServiceRule(facts()).check(template, services);
            case ResourceDemand.NoWildcard wildcard ->
                    new WildcardRule(facts()).check(template, wildcard.elements());
            case ResourceDemand.NotPublic open ->
                    new ExposureRule(around).check(template, open.kinds());
            case ResourceDemand.Property property ->
                    new PropertyRule(around).check(template, property);
            case ResourceDemand.NoType none -> TypeRule.check(template, none.types());
        };
    }
}
