@NullMarked
package kiro.aws;

import org.jspecify.annotations.NullMarked;
