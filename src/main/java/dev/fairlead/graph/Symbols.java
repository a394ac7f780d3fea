package dev.fairlead.graph;

/** The symbols of kinds, states and findings, and the ends of edges. */
final class Symbols {
  static final String DEFINITIONS =
      """
      <defs>
      <symbol id="s-workload" viewBox="0 0 16 16"><path d="M8 1.5 14 5v6l-6 3.5L2 11V5z"/></symbol>
      <symbol id="s-claim" viewBox="0 0 16 16"><path d="M1.5 4.5h13v2.2a1.4 1.4 0 0 0 0 2.6v2.2h-13V9.3a1.4 1.4 0 0 0 0-2.6zM10 5v6"/></symbol>
      <symbol id="s-volume" viewBox="0 0 16 16"><path d="M2.5 4c0-3 11-3 11 0v8c0 3-11 3-11 0zM2.5 4c0 3 11 3 11 0"/></symbol>
      <symbol id="s-class" viewBox="0 0 16 16"><path d="M1.5 2v6l6.5 6.5L14.5 8 8 1.5H2zM5 4.5v1"/></symbol>
      <symbol id="s-disk" viewBox="0 0 16 16"><path d="M1.5 9.5 4 3h8l2.5 6.5v4h-13zM1.5 9.5h13M11.5 11.5h1"/></symbol>
      <symbol id="s-check" viewBox="0 0 16 16"><path d="m2.5 8.5 4 4 7-9"/></symbol>
      <symbol id="s-arrow" viewBox="0 0 16 16"><path d="M1.5 8h12M9 3.5 13.5 8 9 12.5"/></symbol>
      <symbol id="s-ring" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/></symbol>
      <symbol id="s-clock" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="M8 4v4.5l3 2"/></symbol>
      <symbol id="s-back" viewBox="0 0 16 16"><path d="M6 2 2.5 5.5 6 9M3 5.5h6a4 4 0 0 1 0 8.500H5"/></symbol>
      <symbol id="s-cross" viewBox="0 0 16 16"><path d="m3 3 10 10M13 3 3 13"/></symbol>
      <symbol id="s-query" viewBox="0 0 16 16"><path d="M5 5.500a3 3 0 1 1 4.3 2.700C8.3 8.7 8 9.2 8 10.200M8 13v.5"/></symbol>
      <symbol id="s-error" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5"/><path d="m5.5 5.5 5 5M10.5 5.500l-5 5"/></symbol>
      <symbol id="s-warning" viewBox="0 0 16 16"><path d="M8 2 15 14H1zM8 6.500v3.500M8 12v.2"/></symbol>
      <marker id="end" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip" d="M0 0 8 4 0 8z"/></marker>
      <marker id="bound" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip bound" d="M0 0 8 4 0 8z"/></marker>
      <marker id="way" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip way" d="M0 0 8 4 0 8z"/></marker>
      <marker id="stop" viewBox="-5 -5 10 10" refX="-5" refY="0" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse"><path class="stop" d="M-4-4 4 4M-4 4 4-4"/></marker>
      <marker id="open" viewBox="-5 -5 10 10" refX="4" refY="0" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse"><circle class="open" r="3.5"/></marker>
      </defs>
      """;

  private Symbols() {}
}
