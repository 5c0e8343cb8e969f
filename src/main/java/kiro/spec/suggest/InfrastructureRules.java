package kiro.spec.suggest;

import java.util.List;

/// What follows for resources in a cloud.
final class InfrastructureRules {
    private static final String STORES =
            "\\b(?:dynamodb|s3|rds|aurora|sqs|sns|efs|ebs|bucket|database|queue|volume|blob|cosmos|cloud sql|redis|elasticache|opensearch)\\b"
                    + "|\\bstores?\\b.*\\bdata\\b|\\btable\\b";

    static final List<Implication> TABLE =
            List.of(
                    Implication.of(
                            "infrastructure-encryption",
                            STORES + "|\\bencrypt\\w*|\\bin transit\\b",
                            "encrypt|\\bkms\\b",
                            "Every resource that stores data is encrypted at rest with {{which key}}"),
                    Implication.of(
                            "infrastructure-least-privilege",
                            "\\b(?:roles?|polic(?:y|ies)|permissions?|iam)\\b|\\b(?:has|have|gets?|needs?|is given) (?:read |write |full )?access\\b|\\baccess(?:es)? to\\b|\\bmay (?:read|write|call|put|get|invoke|publish|consume|access)\\b"
                                    + "|(?<!that )\\b(?:reads?|writes?)(?: and (?:reads?|writes?))? (?:(?:from|to) )?(?:it|them|the (?:table|bucket|queue|topic))\\b",
                            "wildcard|least[- ]privilege|nothing else|no policy|no other|may only|only (?:read|write|the actions)",
                            "No policy has a wildcard in its actions or resources, and none allows what is not listed here"),
                    Implication.of(
                            "infrastructure-network",
                            "\\bsecurity groups?\\b|\\bpublic(?:ly)?\\b|\\binternet\\b|\\bports? \\d+|\\bingress\\b|\\bload balancer\\b|\\bsubnets?\\b|\\bvpc\\b",
                            "0\\.0\\.0\\.0/0|public|inbound|ingress|private subnet|internet|connections? from",
                            "No resource accepts connections from 0.0.0.0/0 but {{the load balancer on port 443}}"),
                    Implication.of(
                            "infrastructure-backup",
                            "\\b(?:dynamodb|rds|aurora|bucket|s3|database|efs|volume|cosmos|cloud sql)\\b|\\btable\\b",
                            "back-?ups?|point-in-time|snapshot|versioning|restor|retain|kept when|deletion protection",
                            "Stateful resources have {{a backup, such as point-in-time recovery}} and are kept when the stack is deleted"),
                    Implication.of(
                            "infrastructure-tags",
                            "^resource: |\\btags?\\b|\\btagged\\b|\\b(?:stack|module|template) (?:creates|provisions|contains)\\b",
                            "\\btags?\\b|\\btagged\\b|\\blabels?\\b",
                            "Every resource that can have tags carries {{owner, service, environment and cost-center}}"),
                    Implication.of(
                            "infrastructure-cost",
                            "\\bcosts?\\b|\\bbudget\\b|\\$ ?\\d|\\bper month\\b|\\bon-demand\\b|\\bprovisioned\\b|\\binstances?\\b|\\bcapacity\\b|\\b\\d+ ?(?:gb|tb|vcpus?|rcus?|wcus?)\\b",
                            "\\bcosts?\\b|\\bbudget|per month",
                            "The estimated cost at the expected load is at most {{amount}} per month, and an alarm is raised above it"),
                    Implication.of(
                            "infrastructure-rollback",
                            "\\broll(?:s|ed)?[- ]?back\\b|\\breplaced\\b|\\breplaces\\b",
                            "roll(?:s|ed|ing)?[- ]?back|revert|previous (?:version|state|configuration)",
                            "The rollback of the deployment restores the configuration before it and loses no data"));

    private InfrastructureRules() {}
}
