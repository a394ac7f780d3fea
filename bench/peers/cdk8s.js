// The volumes of bench/processes in cdk8s-plus: node cdk8s.js COUNT
const path = require("path");
const peers = path.join(__dirname, "../target/peers/node_modules");
const { ApiObject, App, Chart, JsonPatch, Size, YamlOutputType } = require(path.join(peers, "cdk8s"));
const plus = require(path.join(peers, "cdk8s-plus-34"));

const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_APP });
const labels = {
  "example.com/part-of": "bench",
  "example.com/managed-by": "fairlead-bench",
  "example.com/cost-center": "4711",
};
const chart = new Chart(app, "bench", { namespace: "bench", labels });
const zone = { key: "topology.kubernetes.io/zone", operator: "In", values: ["eu-west-1b"] };
for (let i = 0; i < Number(process.argv[2]); i++) {
  const digits = String(i).padStart(6, "0");
  const common = {
    accessModes: [plus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    storage: Size.gibibytes(50),
    storageClassName: "fastssd",
    volumeMode: plus.PersistentVolumeMode.FILE_SYSTEM,
  };
  const volume = new plus.AwsElasticBlockStorePersistentVolume(chart, `data-${digits}`, {
    ...common,
    metadata: {
      name: `data-${digits}`,
      labels: { "app.kubernetes.io/name": "bench", disk: `data-${digits}` },
      annotations: { "example.com/owner": "team-payments" },
    },
    volumeId: `vol-0a1b2c3d4e5${digits}`,
    mountOptions: ["noatime", "nodiratime"],
  });
  // reserve() sets no access modes and no size, and cdk8s-plus has no CSI sources.
  const claim = new plus.PersistentVolumeClaim(chart, `pvc-data-${digits}`, {
    ...common,
    metadata: { name: `pvc-data-${digits}` },
    volume,
  });
  volume.bind(claim);
  ApiObject.of(volume).addJsonPatch(
    JsonPatch.remove("/metadata/namespace"),
    JsonPatch.remove("/spec/awsElasticBlockStore"),
    JsonPatch.add("/spec/csi", {
      driver: "ebs.csi.aws.com",
      volumeHandle: `vol-0a1b2c3d4e5${digits}`,
      fsType: "ext4",
    }),
    JsonPatch.add("/spec/claimRef", {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      name: `pvc-data-${digits}`,
      namespace: "bench",
    }),
    JsonPatch.add("/spec/nodeAffinity", {
      required: { nodeSelectorTerms: [{ matchExpressions: [zone] }] },
    })
  );
}
process.stdout.write(app.synthYaml());
