/// Pull requests, as GitHub tells of them.
@NullMarked
package kiro.github;

import org.jspecify.annotations.NullMarked;
