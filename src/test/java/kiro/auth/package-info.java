@NullMarked
package kiro.auth;

import org.jspecify.annotations.NullMarked;
