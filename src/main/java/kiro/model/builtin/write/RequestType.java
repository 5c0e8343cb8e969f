package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;

/// The type of the body that an endpoint takes.
///
/// @param checksItself whether it has a method that finds what is wrong with it
record RequestType(String name, String qualifiedName, List<Input> inputs, boolean checksItself) {
    RequestType {
        inputs = List.copyOf(inputs);
    }

    Optional<Input> input(String field) {
        return inputs.stream().filter(input -> input.name().equals(field)).findFirst();
    }

    /// A value of the body.
    ///
    /// @param javaType its type in the body
    /// @param domainType its type in the domain
    record Input(String name, String javaType, String domainType) {
        /// The expression that turns the value of the body into the one of the domain.
        String toDomain(String expression, boolean isOptional) {
            if (javaType.equals(domainType) || !isConverted()) {
                return expression;
            }
            String converted = domainType + ".valueOf(" + expression + ")";
            return isOptional ? expression + " == null ? null : " + converted : converted;
        }

        /// Whether the domain has an enum where the body has a text.
        boolean isConverted() {
            return javaType.equals("String") && !domainType.equals("String");
        }
    }
}
