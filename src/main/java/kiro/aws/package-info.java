/// Amazon Web Services as a client needs them before it calls any: credentials as AWS's own tools find them, the region,
/// and signatures of requests.
@NullMarked
package kiro.aws;

import org.jspecify.annotations.NullMarked;
