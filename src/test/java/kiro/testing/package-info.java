/// What tests share: real workspaces on disk, fixed clocks, loopback servers.
@NullMarked
package kiro.testing;

import org.jspecify.annotations.NullMarked;
