package dev.fairlead.diagnostic;

import static dev.fairlead.diagnostic.Severity.ERROR;
import static dev.fairlead.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of a finding, under a stable name. Users rely on the slug: it is printed after each
 * message, documented in {@code docs/diagnostics.md} and listed under {@code ignore}. A code is
 * never renamed.
 */
public enum Code {
  // Reading files and YAML.
  UNREADABLE_FILE(ERROR),
  NO_SPECS(ERROR),
  NO_MANIFESTS(ERROR),
  INVALID_UTF8(ERROR),
  YAML_SYNTAX(ERROR),
  DUPLICATE_KEY(ERROR),
  CONTROL_CHARACTER(ERROR),
  AMBIGUOUS_SCALAR(ERROR),
  UNKNOWN_TAG(ERROR),
  BAD_ALIAS(ERROR),
  NOT_A_SPEC(ERROR),
  NOT_A_MANIFEST(ERROR),

  // The shape of a spec.
  UNKNOWN_KEY(ERROR),
  MISSING_FIELD(ERROR),
  WRONG_TYPE(ERROR),
  NULL_VALUE(ERROR),
  EMPTY_VALUE(ERROR),
  UNKNOWN_VALUE(ERROR),
  OUT_OF_RANGE(ERROR),
  INVALID_NAME(ERROR),
  INVALID_FORMAT(ERROR),
  VOLUME_SOURCE(ERROR),
  REMOVED_SOURCE(ERROR),
  KUBERNETES_VERSION(ERROR),
  INVALID_QUANTITY(ERROR),
  CONFLICTING_FIELDS(ERROR),

  // Names and references.
  DUPLICATE_NAME(ERROR),
  DANGLING_REFERENCE(ERROR),
  AMBIGUOUS_REFERENCE(ERROR),
  CLAIM_NAME_TOO_LONG(ERROR),
  CONTRADICTORY_BINDING(ERROR),
  CLAIM_BOUND_TWICE(ERROR),
  VOLUME_BOUND_TWICE(ERROR),
  UNRESERVED_MOUNT(ERROR),
  EACH_LENGTH(ERROR),
  EACH_MISMATCH(ERROR),
  PAIR_MISMATCH(ERROR),
  CLAIM_TOO_LARGE(ERROR),
  WRONG_NAMESPACE(ERROR),
  NAMESPACE_UNSET(WARNING),
  ONE_WAY_BINDING(WARNING),
  NEAR_CLAIM_NAME(WARNING),
  CLASS_DIFFERS(WARNING),
  DEFAULT_CLASS(WARNING),
  NO_MATCHING_VOLUME(WARNING),
  NODE_CONFLICT(ERROR),
  UNUSUAL_TOPOLOGY(WARNING),
  NOT_COPIED(WARNING),
  REPLACED_POD_VOLUME(WARNING),
  UNKNOWN_IGNORE(ERROR),
  USELESS_IGNORE(WARNING),
  CLAIM_REF(ERROR),
  NOT_AMONG_MANIFESTS(WARNING),
  TINY_SIZE(WARNING),

  // What works, but is probably not intended.
  DISK_NOT_RETAINED(WARNING),
  HOST_PATH_ON_ANY_NODE(WARNING),
  SEVERAL_ZONES(WARNING),
  UNUSUAL_ID(WARNING),
  UNKNOWN_DRIVER(WARNING),
  REPEATED_HANDLE(WARNING),
  DEPRECATED(WARNING),
  NOT_EVERY_VERSION(WARNING),
  WRITABLE_MOUNT(WARNING),
  UNUSUAL_ACCESS_MODE(WARNING),
  USELESS_MOUNT_OPTIONS(WARNING),

  // In-tree sources and their CSI drivers.
  CSI_TRANSLATION(ERROR),
  ACCESS_MODES_REWRITTEN(WARNING),
  DISK_WITHOUT_ZONE(WARNING),
  LOST_IN_TRANSLATION(WARNING),
  REMOVED_PLUGIN(WARNING),

  // What the API server or the kubelet rejects.
  ACCESS_MODES(ERROR),
  ACCESS_MODE_NOT_SUPPORTED(ERROR),
  BLOCK_NOT_SUPPORTED(ERROR),
  BLOCK_MOUNT_OPTION(ERROR),
  LOCAL_NODE_AFFINITY(ERROR),
  SELECTOR_OPERATOR(ERROR),
  ATTRIBUTES_CLASS_WITHOUT_CSI(ERROR),
  SOURCE_FIELDS(ERROR),
  READ_ONLY_SOURCE(ERROR),
  MOUNT_OPTIONS_CONFLICT(ERROR),
  MOUNT_PATH(ERROR),
  POD_VOLUME_NAME(ERROR),
  CLAIM_TWICE_IN_POD(ERROR),
  VOLUME_MODE_MISMATCH(ERROR),
  DUPLICATE_CONTAINER(ERROR),
  MISPLACED_FIELD(ERROR),
  SELECTOR_MISMATCH(ERROR),
  RESTART_POLICY(ERROR),
  DUPLICATE_HANDLE(ERROR),
  ANNOTATIONS(ERROR),
  VOLUME_HANDLE(ERROR),
  DRIVER_FIELDS(ERROR),
  OTHER_ZONE(ERROR),
  CLAIM_TEMPLATE(ERROR),
  DATA_SOURCE(ERROR),
  DATA_SOURCE_NAMESPACE(WARNING),
  ONCE_POD_SHARED(ERROR),
  ONCE_SHARED(WARNING),

  // The folder of rendered files.
  DRIFT(ERROR),
  FROZEN_FIELD(WARNING),
  FOREIGN_FILE(ERROR),
  SHARED_FOLDER(ERROR),
  UNTRACKED_FILE(ERROR);

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  /** The severity of every finding with this code, before {@code --strict}. */
  public Severity severity() {
    return severity;
  }

  /** The stable name as users see it, such as {@code unknown-key}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code with this slug, if there is one. */
  public static Optional<Code> of(String slug) {
    return Arrays.stream(values()).filter(code -> code.slug().equals(slug)).findFirst();
  }
}
