package dev.fairlead.doctor;

/** How to get a dump that has all that is looked at. */
final class FullDump {
  static final String HINT =
      "look again at all of it: kubectl get pv,pvc,pods,sc,nodes,csidrivers -A -o yaml | fairlead"
          + " doctor -";

  private FullDump() {}
}
