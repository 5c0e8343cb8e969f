package kiro.steering.rule;

import java.util.List;

/// What a rule asks of resources in Terraform, CloudFormation, synthesized stacks and policies.
public sealed interface ResourceDemand {
    /// Every resource that can carry tags carries these keys, of their own or by a default of the whole.
    record Tagged(List<String> keys) implements ResourceDemand {
        public Tagged {
            keys = List.copyOf(keys);
        }
    }

    /// Everything that holds data is encrypted at rest.
    ///
    /// @param kinds words of the sentence such as `s3`, `rds`, `bucket`; all where the list is empty
    record Encrypted(List<String> kinds) implements ResourceDemand {
        public Encrypted {
            kinds = List.copyOf(kinds);
        }
    }

    /// Nothing is made in another region.
    record Regions(List<String> allowed) implements ResourceDemand {
        public Regions {
            allowed = List.copyOf(allowed);
        }
    }

    /// Only these services, or, where `isAllowList` is false, none of these.
    record Services(List<String> names, boolean isAllowList) implements ResourceDemand {
        public Services {
            names = List.copyOf(names);
        }
    }

    /// No statement of a policy allows `*`.
    record NoWildcard(List<PolicyElement> elements) implements ResourceDemand {
        public NoWildcard {
            elements = List.copyOf(elements);
        }
    }

    /// An element of a statement in a policy.
    enum PolicyElement {
        ACTION,
        RESOURCE,
        PRINCIPAL
    }

    /// Nothing is open to everybody: public buckets, `0.0.0.0/0` into a security group, public databases.
    record NotPublic(List<String> kinds) implements ResourceDemand {
        public NotPublic {
            kinds = List.copyOf(kinds);
        }
    }

    /// A property of resources of a type has one of these values; any, where the list is empty.
    ///
    /// @param type as the format has it, such as `aws_s3_bucket` or `AWS::S3::Bucket`; `*` within
    /// @param path names with dots between them
    record Property(String type, String path, List<String> anyOf) implements ResourceDemand {
        public Property {
            anyOf = List.copyOf(anyOf);
        }
    }

    /// No resource of these types.
    record NoType(List<String> types) implements ResourceDemand {
        public NoType {
            types = List.copyOf(types);
        }
    }
}
