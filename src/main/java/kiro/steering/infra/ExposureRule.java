package kiro.steering.infra;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.steering.check.InfrastructureCheck.Fault;

/// Whether something is open to everybody.
final class ExposureRule {
    private static final String S3 = "s3";
    private static final String RDS = "rds";
    private static final String SECURITY_GROUP = "security-group";
    private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");
    private static final Set<String> PUBLIC =
            Set.of("PublicRead", "PublicReadWrite", "public-read", "public-read-write");
    private static final List<String> BLOCKS =
            List.of(
                    "PublicAccessBlockConfiguration.BlockPublicAcls",
                    "PublicAccessBlockConfiguration.BlockPublicPolicy",
                    "PublicAccessBlockConfiguration.IgnorePublicAcls",
                    "PublicAccessBlockConfiguration.RestrictPublicBuckets",
                    "block_public_acls",
                    "block_public_policy",
                    "ignore_public_acls",
                    "restrict_public_buckets");
    private static final Set<String> BUCKETS =
            Set.of(
                    "AWS::S3::Bucket",
                    "aws_s3_bucket",
                    "aws_s3_bucket_acl",
                    "aws_s3_bucket_public_access_block");
    private static final Set<String> BUCKET_POLICIES =
            Set.of("AWS::S3::BucketPolicy", "aws_s3_bucket_policy", "aws_s3_bucket");
    private static final List<String> OPEN_DATABASES =
            List.of("PubliclyAccessible", "publicly_accessible");
    private static final List<String> INGRESS =
            List.of(
                    "SecurityGroupIngress.CidrIp",
                    "SecurityGroupIngress.CidrIpv6",
                    "ingress.cidr_blocks",
                    "ingress.ipv6_cidr_blocks");
    private static final List<String> INGRESS_ALONE =
            List.of(
                    "CidrIp",
                    "CidrIpv6",
                    "cidr_ipv4",
                    "cidr_ipv6",
                    "cidr_blocks",
                    "ipv6_cidr_blocks");

    private final Surroundings around;

    ExposureRule(Surroundings around) {
        this.around = around;
    }

    /// @param kinds of what may not be open; all where there is none
    List<Fault> check(Template template, List<String> kinds) {
        Stream<Fault> faults =
                template.resources().stream().flatMap(resource -> faults(resource, kinds));
        return Stream.concat(faults, isAsked(kinds, S3) ? policies(template) : Stream.empty())
                .toList();
    }

    private static boolean isAsked(List<String> kinds, String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    private Stream<Fault> faults(Resource resource, List<String> kinds) {
        if (isAsked(kinds, S3) && BUCKETS.contains(resource.type())) {
            return Stream.concat(
                    found(resource, List.of("AccessControl", "acl"), PUBLIC, "make it private"),
                    found(resource, BLOCKS, Set.of("false"), "block public access"));
        }
        if (isAsked(kinds, SECURITY_GROUP) && isGroup(resource.type())) {
            return found(
                    resource, ingress(resource), ANYWHERE, "name the addresses that may come in");
        }
        boolean isDatabase =
                resource.type().startsWith("AWS::RDS::")
                        || resource.type().startsWith("aws_db_")
                        || resource.type().startsWith("aws_rds_");
        return (isAsked(kinds, RDS) && isDatabase) || kinds.isEmpty()
                ? found(resource, OPEN_DATABASES, Set.of("true"), "set it to false")
                : Stream.empty();
    }

    private static boolean isGroup(String type) {
        return type.startsWith("AWS::EC2::SecurityGroup") || type.contains("_security_group");
    }

    /// What lets in, and not what lets out.
    private static List<String> ingress(Resource resource) {
        return switch (resource.type()) {
            case "AWS::EC2::SecurityGroupIngress", "aws_vpc_security_group_ingress_rule" ->
                    INGRESS_ALONE;
            case "aws_security_group_rule" ->
                    resource.settings()
                            .find("type")
                            .flatMap(Setting::word)
                            .filter("ingress"::equals)
                            .map(_ -> INGRESS_ALONE)
                            .orElse(List.of());
            default -> INGRESS;
        };
    }

    private Stream<Fault> found(
            Resource resource, List<String> paths, Set<String> open, String fix) {
        return paths.stream()
                .flatMap(path ->
                        resource.settings()
                                .at(path)
                                .flatMap(Setting::each)
                                .map(value -> around.resolved(value, true))
                                .filter(value -> value.word().filter(open::contains).isPresent())
                                .map(value -> fault(resource, path, value, fix)));
    }

    private static Fault fault(Resource resource, String path, Setting value, String fix) {
        String word = value.word().orElse("");
        return new Fault(
                value.span(),
                "%s is open to everybody: %s is %s".formatted(resource.label(), path, word),
                fix,
                resource.label() + " " + path + " " + word);
    }

    private static Stream<Fault> policies(Template template) {
        Set<String> owners =
                template.resources().stream()
                        .filter(resource -> BUCKET_POLICIES.contains(resource.type()))
                        .map(Resource::label)
                        .collect(Collectors.toSet());
        return template.policies().stream()
                .filter(statement -> owners.contains(statement.owner()) && !statement.isBound())
                .flatMap(statement ->
                        statement.principals().stream()
                                .filter(value -> value.word().filter("*"::equals).isPresent())
                                .map(value ->
                                        new Fault(
                                                value.span(),
                                                "%s is open to everybody: its principal is *"
                                                        .formatted(statement.owner()),
                                                "name who may",
                                                statement.owner() + " principal")));
    }
}
