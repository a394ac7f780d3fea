// The volumes of bench/processes in cdk8s-plus: node cdk8s.js COUNT
const path = require("path");
const peers = path.join(__dirname, "../target/peers/node_modules");
const { App, Chart, Size, YamlOutputType } = require(path.join(peers, "cdk8s"));
const plus = require(path.join(peers, "cdk8s-plus-34"));

const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_APP });
const labels = {
  "app.kubernetes.io/part-of": "bench",
  "app.kubernetes.io/managed-by": "fairlead-bench",
  "example.com/cost-center": "4711",
};
const chart = new Chart(app, "bench", { namespace: "bench", labels });
for (let i = 0; i < Number(process.argv[2]); i++) {
  const digits = String(i).padStart(6, "0");
  const volume = new plus.AwsElasticBlockStorePersistentVolume(chart, `data-${digits}`, {
    metadata: {
      name: `data-${digits}`,
      labels: { "app.kubernetes.io/name": "bench", disk: `data-${digits}` },
      annotations: { "example.com/owner": "team-payments" },
    },
    volumeId: `vol-0a1b2c3d4e5${digits}`,
    fsType: "ext4",
    storage: Size.gibibytes(50),
    storageClassName: "fastssd",
    accessModes: [plus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    mountOptions: ["noatime", "nodiratime"],
  });
  volume.reserve();
}
process.stdout.write(app.synthYaml());
