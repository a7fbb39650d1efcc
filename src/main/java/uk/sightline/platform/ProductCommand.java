package uk.sightline.platform;

import java.util.concurrent.Callable;

/**
 * A verb of {@code ./sightline} that needs the product's beans but not its pages: a picocli {@code @Command} bean of the
 * module it is about. It returns the exit code: 0 when all is well.
 */
public interface ProductCommand extends Callable<Integer> {}
