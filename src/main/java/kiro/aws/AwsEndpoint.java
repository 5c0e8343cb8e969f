package kiro.aws;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the services of AWS are.
public final class AwsEndpoint {
    private static final Pattern REGION =
            Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");

    private AwsEndpoint() {}

    /// Whether a text has the form of a region's name, such as `eu-central-1`.
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /// The address of a service in a region.
    ///
    /// @param host as the address begins, such as `bedrock-runtime`
    public static URI of(String host, String region) {
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return URI.create("https://%s.%s.%s".formatted(host, region, domain));
    }

    /// The same, unless the variables of AWS's own tools name another one.
    ///
    /// @param variable the service's name as they have it, such as `STS`
    static URI of(AwsWorld world, String variable, String host, String region) {
        return world.variable("AWS_ENDPOINT_URL_" + variable)
                .map(text -> text.replaceFirst("/+$", ""))
                .flatMap(AwsEndpoint::parsed)
                .or(world::endpoint)
                .orElseGet(() -> of(host, region));
    }

    static Optional<URI> parsed(String text) {
        try {
            URI address = URI.create(text);
            boolean isHttp =
                    "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return isHttp && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
